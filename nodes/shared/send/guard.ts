import { createHash } from 'node:crypto';

import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import type { Failure } from '../response/failure';
import type { Service } from '../service';
import { without } from '../without';
import type { Clock } from './clock';
import type { Sent, Stage } from './stage';

/**
 * Milliseconds in which one process sends one request at most that is refused: a main process and
 * two workers of n8n's queue mode, which know nothing of each other, then send three.
 */
const A_MINUTE = 60_000;

/** A token that was accepted so recently need not be proved again by one request alone. */
const STAYS_PROVED = 300_000;

/** Accounts and executions that are remembered; the oldest are forgotten first. */
const MOST_REMEMBERED = 500;

/** Only these prove that the service has accepted the token. */
const PROVES = new Set([400, 404, 409, 422]);

/** What this process knows of one address with one token. Without it, it would only be careful. */
class Account {
	/** Unix milliseconds of the newest request that was refused, and why. */
	refusedAt = -Infinity;

	refused?: Failure;

	provedAt = -Infinity;

	/** By execution. */
	readonly closed = new Map<string, Failure>();

	readonly line = new Line();
}

/** Lets one through at a time, in the order they came. */
class Line {
	private isTaken = false;

	private readonly waiting: Array<() => void> = [];

	async enter(): Promise<void> {
		if (this.isTaken) await new Promise<void>((resolve) => this.waiting.push(resolve));
		else this.isTaken = true;
	}

	/** Hands over to the next in line, if there is one. */
	leave(): void {
		const next = this.waiting.shift();
		if (next) next();
		else this.isTaken = false;
	}
}

const accounts = new Map<string, Account>();

/** For tests: as after a start of the process. */
export function forgetAccounts(): void {
	accounts.clear();
}

/**
 * Keeps a token that is refused from being tried by every item: LOX24 blocks an IP for ten minutes
 * after more than three refused requests in a minute (docs/api/lox24.md, "IP block").
 */
export class Guard {
	private readonly account: Account;

	private readonly line = new Line();

	private isProved = false;

	/** For this run only: nobody answers at the address. */
	private unreachable?: Failure;

	/** For this run only: no credit left. */
	private noCredit?: Failure;

	/**
	 * @param account names the address and the token, `accountKey`
	 * @param execution ID of the execution, for which a refusal is final
	 */
	constructor(
		account: string,
		private readonly execution: string,
		private readonly clock: Clock,
	) {
		this.account = remembered(accounts, account, () => new Account());
	}

	/** Why a request is not sent, if so. */
	refusal(costs = false): Failure | undefined {
		const { closed, refusedAt, refused } = this.account;
		const lasting = closed.get(this.execution);
		if (lasting) return lasting;
		if (this.clock.now() - refusedAt < A_MINUTE) return waitAMinute(refused);
		return this.unreachable ?? (costs ? this.noCredit : undefined);
	}

	/** Runs the first request, which proves the token, alone; then several at once. */
	async pass(costs: boolean | undefined, send: () => Promise<Sent>): Promise<Sent> {
		if (this.isProved) return await send();
		const line = await this.enter();
		try {
			const refusal = this.refusal(costs);
			if (refusal) return { failure: refusal };
			if (!this.isProved) return await send();
		} finally {
			for (const one of line) one.leave();
		}
		return await send();
	}

	/** @returns the lines that have to be left again, nothing when the token was proved meanwhile */
	private async enter(): Promise<Line[]> {
		await this.line.enter();
		if (this.isProved || this.isFresh) return [this.line];
		await this.account.line.enter();
		return [this.line, this.account.line];
	}

	/** The token was accepted a short while ago. */
	private get isFresh(): boolean {
		return this.clock.now() - this.account.provedAt < STAYS_PROVED;
	}

	/** Learns from a response, or its absence. */
	observe(sent: Sent, refusesAccount: (failure: Failure) => boolean): void {
		const failure = 'failure' in sent ? sent.failure : undefined;
		// Not sent because of this refusal.
		if (failure && failure === this.account.closed.get(this.execution)) return;
		// Another execution was refused, so this one may continue after the minute.
		if (failure?.isHeld) return;
		if (!failure || PROVES.has(failure.status ?? 0)) {
			this.isProved = true;
			this.account.provedAt = this.clock.now();
		} else if (failure.noAccess || refusesAccount(failure)) {
			if (failure.status !== undefined) {
				// It may be one operation that is forbidden, and others of this token still work.
				if (!this.isFresh) {
					this.account.refusedAt = this.clock.now();
					this.account.refused = failure;
				}
				this.account.provedAt = -Infinity;
			}
			remembered(this.account.closed, this.execution, () => failure);
		} else if (failure.status === 402) this.noCredit = failure;
	}

	/** After all tries: the other items would only meet the same. */
	giveUpIfUnreachable(sent: Sent): void {
		if (!('failure' in sent)) return;
		const { transport, effect, status } = sent.failure;
		if (transport && effect === 'none' && status === undefined) this.unreachable = sent.failure;
	}
}

/** The first request of a run goes alone; a refusal closes it for the rest of the execution. */
export const guard: Stage = async (run, task, request, next) => {
	const sent = await run.guard.pass(task.effect?.costs, async () => await next(request));
	run.guard.giveUpIfUnreachable(sent);
	return sent;
};

/** Reports each request's result to the guard. */
export const observe: Stage = async (run, _task, request, next) => {
	const sent = await next(request);
	run.guard.observe(sent, run.service.refusesAccount);
	return sent;
};

/** Identifies the account of a credential. A renewed token means the same account. */
export function accountOf(service: Service, credential: ICredentialDataDecryptedObject): string {
	return accountKey([
		service.name,
		service.account?.(credential) ?? without(credential, ['oauthTokenData']),
	]);
}

/** A key that does not reveal the token. */
export function accountKey(parts: unknown[]): string {
	return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

function remembered<T>(map: Map<string, T>, key: string, create: () => T): T {
	const known = map.get(key) ?? create();
	map.delete(key);
	map.set(key, known);
	if (map.size > MOST_REMEMBERED) map.delete(map.keys().next().value!);
	return known;
}

function waitAMinute(last: Failure | undefined): Failure {
	return {
		message: `Not sent, because the service has just refused this credential${last ? `: ${last.message}` : ''}`,
		description: 'Correct the credential, or wait a minute. Nothing was sent.',
		effect: 'none',
		noAccess: true,
		isHeld: true,
	};
}
