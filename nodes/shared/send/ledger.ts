import { createHash, randomUUID } from 'node:crypto';

import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { jsonParse } from 'n8n-workflow';

import type { Failure } from '../response/failure';
import type { Part } from './stage';

/** Length up to which a result is stored whole; of a longer one, only its simple values. */
const LONGEST = 1500;

/** Stored data of one run of a node; short, because a failed execution grows by it. */
interface Stored {
	/** The executions that wrote it, in order. */
	by: string[];
	/** Unix seconds of the first try. */
	at: number;
	/** Source of our own IDs. */
	id: string;
	/** How often n8n ran the node in the latest of them. */
	tries: number;
	/**
	 * By part: hash of the receivers, then as JSON which of the executions it was and, once there are
	 * any, the results or why they are not known.
	 */
	parts: Record<string, string>;
}

/**
 * What an earlier try of the same run stored for a part: results, or that the outcome is unknown.
 */
export type Recalled =
	| { items: INodeExecutionData[] }
	| {
			failure?: Omit<Failure, 'effect'>;
			/** From another execution, the one that is retried. */
			isEarlier?: true;
	  }
	| undefined;

/**
 * What has already happened in this run of the node, over all its tries.
 *
 * It lives in the context of the node, which n8n stores with a failed execution and gives back
 * when the user clicks Retry. The run of a node that ended without an error is never repeated, so
 * nothing is left of it then.
 */
export class Ledger {
	private readonly stored: Stored;

	/** Whether an earlier execution may have sent with the same IDs, and was lost without a trace. */
	private readonly followsLost: boolean;

	/** Indexes of items by receiver, in the order in which they are prepared. */
	private readonly itemsOf = new Map<string, number[]>();

	/**
	 * @param context what n8n keeps for the node, `getContext('node')`
	 * @param runIndex which run of the node, for loops
	 * @param execution ID of the current execution
	 * @param now unix milliseconds
	 * @param origin what the execution has in common with its Retry, `originOf`
	 * @param isRetry whether n8n's Retry has started it
	 */
	constructor(
		private readonly context: IDataObject,
		private readonly runIndex: number,
		execution: string,
		now: number,
		origin?: string,
		isRetry = false,
	) {
		this.followsLost = isRetry && origin !== undefined;
		const effects = (context.effects ??= {}) as IDataObject;
		this.stored = (effects[runIndex] ??= {
			by: [execution],
			at: Math.floor(now / 1000),
			id: origin === undefined ? randomUUID() : hash(`${runIndex} ${origin}`),
			tries: 0,
			parts: {},
		}) as unknown as Stored;
		const { by } = this.stored;
		if (!by.includes(execution)) {
			by.push(execution);
			this.stored.tries = 0;
		}
		this.stored.tries++;
	}

	/** Whether this is n8n's Retry: another Retry may have continued from the same point. */
	get isRetried(): boolean {
		return this.followsLost || this.stored.by.length > 1;
	}

	/** Whether the items may be others than those of the execution that used the same IDs. */
	get mayDiffer(): boolean {
		return this.followsLost && this.stored.by.length === 1;
	}

	get tries(): number {
		return this.stored.tries;
	}

	/** Unix milliseconds of the first try. */
	get startedAt(): number {
		return this.stored.at * 1000;
	}

	/**
	 * An ID for an item that no other run has; 36 characters, as LOX24's `callback_data` takes.
	 *
	 * @param receiver the ID is then that of the first, second, … item of this receiver: after a lost
	 * execution, what comes before the node may give other items than before
	 */
	ownId(itemIndex: number, receiver?: string): string {
		if (receiver === undefined) return toOwnId(`${this.stored.id} ${itemIndex}`);
		const items = this.itemsOf.get(receiver) ?? [];
		this.itemsOf.set(receiver, items);
		if (!items.includes(itemIndex)) items.push(itemIndex);
		return toOwnId(`${this.stored.id} ${receiver} ${items.indexOf(itemIndex)}`);
	}

	recall({ key, to }: Part): Recalled {
		const entry = this.stored.parts[key];
		if (!entry?.startsWith(to)) return undefined;
		const [by, kept] = jsonParse<[number, (IDataObject[] | { failure: Failure })?]>(
			entry.slice(to.length),
		);
		const isEarlier = by < this.now;
		if (!Array.isArray(kept)) return { ...kept, ...(isEarlier ? { isEarlier } : {}) };
		return { items: kept.map((json) => ({ json: isEarlier ? asEarlier(json) : json })) };
	}

	/** Call before sending: from now on, it may have happened. */
	open(part: Part): void {
		this.keep(part);
	}

	done({ key, to }: Part, items: INodeExecutionData[]): void {
		this.keep(
			{ key, to },
			items.map(({ json }) => compact(json)),
		);
	}

	/** It may have happened. */
	unsure({ key, to }: Part, { message, description, status, details }: Failure): void {
		this.keep({ key, to }, { failure: { message, description, status, details } });
	}

	private keep({ key, to }: Part, ...what: unknown[]): void {
		this.stored.parts[key] = to + JSON.stringify([this.now, ...what]);
	}

	/** The number of the current execution. */
	private get now(): number {
		return this.stored.by.length - 1;
	}

	/** It certainly did not happen. */
	forget({ key }: Part): void {
		delete this.stored.parts[key];
	}

	/** Call when the node ended without an error. */
	drop(): void {
		const effects = (this.context.effects ?? {}) as IDataObject;
		delete effects[this.runIndex];
		if (Object.keys(effects).length === 0) delete this.context.effects;
	}
}

/** An ID of our own, for a run that keeps no ledger. */
export function randomOwnId(): string {
	return toOwnId(randomUUID());
}

/** Whether the node generated this ID, so that nothing else can have it. */
export function isOwnId(id: unknown): boolean {
	return /^n8n-[0-9a-f]{32}$/.test(String(id));
}

/** Short hash of the receivers; 48 bits distinguish the receivers of one item. */
export function receiversHash(receivers: unknown): string {
	const text = JSON.stringify(inOrder(receivers)) ?? '';
	return createHash('sha256').update(text).digest('base64url').slice(0, 8);
}

/** The order in a list makes no difference. */
function inOrder(value: unknown): unknown {
	return Array.isArray(value)
		? value.map((one) => JSON.stringify(inOrder(one)) ?? '').sort()
		: value;
}

/** Marks a result of an earlier execution. */
export function asEarlier(json: IDataObject): IDataObject {
	return { ...json, sentEarlier: true };
}

function toOwnId(seed: string): string {
	return `n8n-${hash(seed)}`;
}

function hash(text: string): string {
	return createHash('sha256').update(text).digest('hex').slice(0, 32);
}

function compact(json: IDataObject): IDataObject {
	if (JSON.stringify(json).length <= LONGEST) return json;
	const isShort = (value: unknown) => typeof value !== 'object' && String(value).length <= 100;
	return Object.fromEntries(Object.entries(json).filter(([, value]) => isShort(value)));
}
