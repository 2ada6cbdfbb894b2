import type {
	IDataObject,
	IHookFunctions,
	IHttpRequestMethods,
	IHttpRequestOptions,
	IPollFunctions,
	NodeApiError,
	NodeOperationError,
} from 'n8n-workflow';

import { asBadInput } from '../input/badInput';
import { fromBadInput, type Failure, sentence, toNodeError } from '../response/failure';
import { isObject } from '../response/response';
import type { Service } from '../service';
import type { Clock } from './clock';
import { accountOf } from './guard';
import { send } from './pipeline';
import { Run } from './run';
import type { Effect, Sent } from './stage';

/** n8n tries to publish a failing trigger five times in 15 seconds, whatever the reason. */
const STAYS_REFUSED = 60_000;

/** A request of a trigger. */
export interface Asking {
	method?: IHttpRequestMethods;
	/** Path below the address of the service, with its values. */
	path: string;
	qs?: IDataObject;
	body?: IDataObject;
	/** Form of the response, if the service has several. */
	accept?: string;
	/** Milliseconds for all of the request. */
	timeout?: number;
	/** The effect at the service, if it differs from its definition. */
	effect?: Effect;
}

interface Refusal extends Pick<Failure, 'message' | 'description' | 'status'> {
	at: number;
	account: string;
}

/**
 * Puts all of an error into its message: of a trigger that cannot be published, n8n shows the
 * message alone, and older versions (1.123, 2.8) the description alone.
 */
export async function toldInFull<T>(work: Promise<T>): Promise<T> {
	return await work.catch((error: NodeOperationError | NodeApiError) => {
		const { message, description } = error;
		const full = sentence({ message, description: description ?? '' });
		throw Object.assign(error, { message: full, description: undefined });
	});
}

/**
 * Sends what no execution asks for, on the same way as the requests of a run: what registers a
 * trigger, and polls. A refused credential is remembered for a minute.
 */
export class Background {
	private constructor(
		private readonly run: Run,
		private readonly data: { refused?: Refusal },
		private readonly account: string,
	) {}

	static async of(
		context: IHookFunctions | IPollFunctions,
		service: Service,
		clock?: Clock,
	): Promise<Background> {
		const credential = await context.getCredentials(service.credentialType(context));
		const run = new Run({ context, service, credential, clock });
		return new Background(
			run,
			context.getWorkflowStaticData('node'),
			accountOf(service, credential),
		);
	}

	/**
	 * @returns the body of the response
	 * @throws NodeApiError, or NodeOperationError for a value that cannot be sent
	 */
	async ask(asking: Asking): Promise<unknown> {
		const sent = await this.send(asking);
		if ('failure' in sent) throw this.toError(sent.failure);
		return sent.response.body;
	}

	/** @returns what came of a request; it never throws */
	async send(asking: Asking): Promise<Sent> {
		const { method = 'GET', path, qs, body, accept, timeout, effect } = asking;
		try {
			const { service } = this.run;
			const itemEffect = effect ?? service.effectOf(method, path);
			const { headers, ...connection } = this.connection();
			const request: IHttpRequestOptions = {
				...connection,
				method,
				url: path,
				headers: { ...headers, ...(accept === undefined ? {} : { Accept: accept }) },
				qs,
				arrayFormat: 'repeat',
				body,
				...(timeout === undefined ? {} : { timeout }),
			};
			return await this.sendNow(request, itemEffect);
		} catch (error) {
			return { failure: fromBadInput(asBadInput(error)) };
		}
	}

	/**
	 * Reads a list, page by page.
	 *
	 * @throws the same as `ask`, also when it could not be read to its end
	 */
	async list(path: string, qs: IDataObject = {}, limit = Infinity): Promise<unknown[]> {
		const { service, context } = this.run;
		let failure: Failure | undefined;
		let entries: unknown[] = [];
		try {
			const request = { ...this.connection(), method: 'GET' as const, url: path, qs };
			const options = { timezone: context.getTimezone(), concurrency: 1 };
			const fetch = async (one: IHttpRequestOptions) => await this.sendNow(one);
			({ entries, failure } = await service.readList(request, limit, fetch, options));
		} catch (error) {
			failure = fromBadInput(asBadInput(error));
		}
		if (failure) throw this.toError(failure);
		return entries;
	}

	/** The error n8n shows, without secrets. */
	toError(failure: Failure) {
		return toNodeError(this.run.context.getNode(), this.run.clean(failure));
	}

	private connection(): Partial<IHttpRequestOptions> {
		return this.run.service.connection(this.run.credential);
	}

	private async sendNow(request: IHttpRequestOptions, effect?: Effect): Promise<Sent> {
		const remembered = this.remembered();
		if (remembered) return { failure: remembered };
		const sent = await send(this.run, { itemIndexes: [], effect }, request);
		this.remember(sent);
		return sent;
	}

	private remembered(): Failure | undefined {
		const { refused } = this.data;
		if (!isObject(refused) || refused.account !== this.account) return undefined;
		const age = this.run.clock.now() - refused.at;
		if (!(age >= 0 && age < STAYS_REFUSED)) return undefined;
		return {
			message: refused.message,
			description: `${refused.description} It was not asked again, because it refused this credential less than a minute ago.`,
			status: refused.status,
			effect: 'none',
			noAccess: true,
		};
	}

	/** In the static data of the node: n8n keeps that from one try to publish to the next. */
	private remember(sent: Sent): void {
		if (!('failure' in sent)) {
			delete this.data.refused;
			return;
		}
		const { message, description, status, noAccess, isHeld } = sent.failure;
		if (isHeld || (!noAccess && !this.run.service.refusesAccount(sent.failure))) return;
		this.data.refused = this.run.clean({
			at: this.run.clock.now(),
			account: this.account,
			message,
			description,
			status,
		});
	}
}
