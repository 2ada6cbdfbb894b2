import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../../shared/response/response';
import type { Failure } from '../../shared/response/failure';
import { noToken, renewalFailed } from './noToken';
import type { Service, TokenKeeper } from '../../shared/service';
import { type OAuth2, oAuth2 } from './oAuth2';
import type { Context as Sender } from '../../shared/send/run';
import type { Sent } from '../../shared/send/stage';

/** Milliseconds before its end at which a token is renewed, as the vendor's client of VoipNow does. */
const AHEAD = 5 * 60 * 1000;

/** Relevant fields of n8n's stored token; times in unix milliseconds. */
interface Token {
	value: string;
	/** Infinity if the service does not say. */
	endsAt: number;
	/** When to renew it ahead of time. */
	dueAt: number;
	/** Whether it can be renewed without the user. */
	isRenewable: boolean;
}

/**
 * Keeps the OAuth2 token fresh for the items of one run: shortly before it ends, and once when
 * the service refuses it. However many items run at once, there is one renewal.
 *
 * n8n's own renewal needs a thrown 401 and happens per request; here no status is thrown, so it
 * is asked for. n8n fetches the very first token of a credential, stores every new
 * one, and sees to it that two workers do not renew the same token.
 */
export class Renewal implements TokenKeeper {
	/** Counts tokens, so that a request notices if its own was replaced. */
	private generation = 0;

	/** Unknown until a stored token was read. */
	private dueAt?: number;

	/** The stored token that was seen last, to notice that another process has replaced it. */
	private seen?: string;

	readonly secrets: string[] = [];

	/** Ends with the reason why nothing can be sent, or with nothing. */
	private underway?: Promise<Failure | undefined>;

	/** The stored token was refused, and could not be renewed yet. */
	private mustRenew = false;

	/** The service refused a token that had just been renewed. */
	private refusal?: Failure;

	constructor(private readonly service: Service) {}

	explain(error: unknown): Failure | undefined {
		return noToken(this.service, error);
	}

	/**
	 * Sends a request with a token that is fresh, and once more if the token is refused: a refused
	 * request was not carried out.
	 *
	 * @param send makes the request with the token n8n has stored; it must work twice
	 */
	async withToken(context: Sender, send: () => Promise<Sent>): Promise<Sent> {
		const { service } = this;
		if (service.credentialType(context) !== oAuth2.credentialType) return await send();

		const obstacle = await this.getReady(context, service, oAuth2);
		if (obstacle) return { failure: obstacle };
		const generation = this.generation;
		const sent = await send();
		if (!('failure' in sent) || !oAuth2.refusesToken(sent.failure)) return sent;

		while (this.underway) {
			const failure = await this.underway;
			if (failure) return { failure };
		}
		if (this.refusal) return { failure: this.refusal };
		if (generation === this.generation) {
			return await this.renewAndSend(context, service, oAuth2, sent.failure, send);
		}
		return await send();
	}

	private async getReady(
		context: Sender,
		service: Service,
		oAuth2: OAuth2,
	): Promise<Failure | undefined> {
		if (this.refusal) return this.refusal;
		if (this.dueAt === undefined) this.see(await readToken(context, oAuth2));
		if (this.underway) return await this.underway;
		if (this.mustRenew) {
			return await this.share(async () => await this.renewAgain(context, service, oAuth2));
		}
		if (this.dueAt === undefined || Date.now() < this.dueAt) return undefined;
		return await this.share(async () => await this.renewAhead(context, service, oAuth2));
	}

	private see(token: Token | undefined): void {
		this.dueAt = token?.dueAt;
		this.seen = token?.value;
		if (this.seen && !this.secrets.includes(this.seen)) this.secrets.push(this.seen);
	}

	/** @returns whether another execution or process has renewed it since this one has looked */
	private takeOver(token: Token | undefined): boolean {
		if (this.seen === undefined || token === undefined || token.value === this.seen) return false;
		this.see(token);
		this.generation++;
		this.mustRenew = false;
		return true;
	}

	/** After a renewal that failed; another process may have been luckier. */
	private async renewAgain(
		context: Sender,
		service: Service,
		oAuth2: OAuth2,
	): Promise<Failure | undefined> {
		const isRenewed = this.takeOver(await readToken(context, oAuth2));
		return isRenewed ? undefined : await this.renew(context, service, oAuth2);
	}

	private async renewAhead(
		context: Sender,
		service: Service,
		oAuth2: OAuth2,
	): Promise<Failure | undefined> {
		// Another execution may have renewed it since.
		const token = await readToken(context, oAuth2);
		this.see(token);
		if (!token || Date.now() < token.dueAt) return undefined;
		const failure = token.isRenewable ? await this.renew(context, service, oAuth2) : undefined;
		if (failure && Date.now() >= token.endsAt) return failure;
		// The old token may still work; if not, the service refuses it.
		if (failure || !token.isRenewable) this.dueAt = Infinity;
		return undefined;
	}

	/** The first refused item tries the new token; the others wait for the result. */
	private async renewAndSend(
		context: Sender,
		service: Service,
		oAuth2: OAuth2,
		refused: Failure,
		send: () => Promise<Sent>,
	): Promise<Sent> {
		let sent: Sent = { failure: refused };
		await this.share(async () => {
			const token = await readToken(context, oAuth2);
			// n8n would renew it again: its lock holds off only those who ask at the same time.
			if (this.takeOver(token)) {
				sent = await send();
				if (!('failure' in sent) || !oAuth2.refusesToken(sent.failure)) return undefined;
			}
			if (!token?.isRenewable) this.refusal = signInAgain(refused);
			this.mustRenew = true;
			const failure = this.refusal ?? (await this.renew(context, service, oAuth2));
			sent = failure ? { failure } : await send();
			if (!failure && 'failure' in sent && oAuth2.refusesToken(sent.failure)) {
				this.refusal = refusedAgain(sent.failure);
				sent = { failure: this.refusal };
			}
			return failure ?? this.refusal;
		});
		return sent;
	}

	private async renew(
		context: Sender,
		service: Service,
		oAuth2: OAuth2,
	): Promise<Failure | undefined> {
		const { refreshOAuth2Token } = context.helpers;
		// Newer than everything else this package needs of n8n.
		if (typeof refreshOAuth2Token !== 'function') return tooOld(service);
		try {
			const data = (await refreshOAuth2Token.call(
				context as never,
				oAuth2.credentialType,
			)) as IDataObject;
			this.generation++;
			this.mustRenew = false;
			this.see(toToken({ oauthTokenData: data }));
			return undefined;
		} catch (error) {
			return renewalFailed(service, oAuth2, error);
		}
	}

	private async share(task: () => Promise<Failure | undefined>): Promise<Failure | undefined> {
		const underway = task().finally(() => {
			this.underway = undefined;
		});
		this.underway = underway;
		return await underway;
	}
}

async function readToken(context: Sender, { credentialType }: OAuth2): Promise<Token | undefined> {
	try {
		return toToken(await context.getCredentials(credentialType));
	} catch {
		// The request will say it, in the words n8n has for a credential that cannot be read.
		return undefined;
	}
}

/** @returns nothing when there is no token yet: n8n fetches the first one */
function toToken({ oauthTokenData, grantType }: IDataObject): Token | undefined {
	if (!isObject(oauthTokenData) || Object.keys(oauthTokenData).length === 0) return undefined;
	const isRenewable = grantType === 'clientCredentials' || Boolean(oauthTokenData.refresh_token);
	// A credential that stored a response without a token would never get one automatically.
	const value = String(oauthTokenData.access_token ?? '');
	if (!value) return { value, endsAt: 0, dueAt: 0, isRenewable };
	// n8n's own note; older versions do not write it.
	const endsAt = Number(oauthTokenData.n8n_expires_at) || Infinity;
	// Short-lived tokens are not renewed with every request.
	const life = Number(oauthTokenData.expires_in) * 1000 || Infinity;
	return { value, endsAt, dueAt: endsAt - Math.min(AHEAD, life / 2), isRenewable };
}

function refusedAgain(failure: Failure): Failure {
	return {
		...failure,
		description:
			'The token had just been renewed, so it has not expired. Check that the app still exists and what its account may do. No further request was sent.',
		noAccess: true,
	};
}

function signInAgain(failure: Failure): Failure {
	return {
		...failure,
		description:
			'The token has expired and cannot be renewed. Open the credential and connect it again. No further request was sent.',
		noAccess: true,
	};
}

function tooOld({ name }: Service): Failure {
	return {
		message: `This version of n8n does not let a node renew the access token of ${name}`,
		description: 'Update n8n, or use an access token instead of OAuth2. Nothing was sent.',
		effect: 'none',
		noAccess: true,
	};
}
