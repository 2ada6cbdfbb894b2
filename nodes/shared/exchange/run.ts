import type { IExecuteFunctions, IExecutePaginationFunctions } from 'n8n-workflow';
import { sleep } from 'n8n-workflow';

import { Gate } from './gate';
import { Outcomes } from './outcomes';
import { Renewal } from './renewal';
import { Slots } from './slots';

/** The contexts in which requests are made: one item of a declarative operation, or all items. */
export type Context = IExecuteFunctions | IExecutePaginationFunctions;

const DEFAULT_CONCURRENCY = 10;

/**
 * What the items of one run of a node share. It hangs on n8n's execute data, the same object on
 * every try of Retry On Fail, so nothing is global and nothing outlives the run.
 */
export class Run {
	/** Unix seconds. */
	readonly startedAt = Math.floor(Date.now() / 1000);

	readonly gate = new Gate();

	readonly slots: Slots;

	readonly outcomes = new Outcomes();

	readonly renewal = new Renewal();

	private entered = new Set<number>();

	private assembled?: Promise<void>;

	private givenUp = false;

	constructor(concurrency: number) {
		this.slots = new Slots(concurrency);
	}

	/**
	 * Waits until n8n has built the requests of all items, so that a value that cannot be sent
	 * is found before the first request.
	 *
	 * @param itemIndex an index that was there before means: n8n tries the node again
	 * @param expected how many items the run has when all must be there; `undefined` when n8n
	 * hands them over in batches, or when items with bad values are left out
	 * @returns whether to go on
	 */
	async assemble(itemIndex: number, expected?: number): Promise<boolean> {
		if (this.entered.has(itemIndex)) this.startTry();
		this.entered.add(itemIndex);
		this.assembled ??= sleep(0).then(() => {
			this.assembled = undefined;
		});
		await this.assembled;
		if (expected !== undefined && this.entered.size < expected) this.givenUp = true;
		return !this.givenUp;
	}

	/** One item failed and the node is set to stop: what was not sent yet is not sent. */
	giveUp(): void {
		this.givenUp = true;
	}

	get isGivenUp(): boolean {
		return this.givenUp;
	}

	/** A new try of Retry On Fail begins. */
	startTry(): void {
		this.entered = new Set();
		this.givenUp = false;
		this.gate.startTry();
	}
}

const runs = new WeakMap<object, Map<string, Run>>();

/** @param readConcurrency how many requests may be in flight; asked once for each run */
export function runOf(context: Context, readConcurrency: () => unknown): Run {
	const key = context.getExecuteData();
	const ofNodes = runs.get(key) ?? new Map<string, Run>();
	runs.set(key, ofNodes);
	// The tools of an older AI agent share its execute data.
	const { name } = context.getNode();
	const run = ofNodes.get(name) ?? new Run(atLeastOne(readConcurrency()));
	ofNodes.set(name, run);
	return run;
}

/** Whether n8n may run the node again by itself, so that outcomes have to be remembered. */
export function mayRunAgain(context: Context): boolean {
	return context.getNode().retryOnFail === true && !isToolOfAgent(context);
}

/** Whether the user stopped the execution. */
export function isAborted(context: Context): boolean {
	return context.getExecutionCancelSignal?.()?.aborted === true;
}

/**
 * Whether an AI agent runs the node by itself, as agents before version 3 do. All its calls then
 * look like the first item of one run, and Retry On Fail has no effect.
 */
export function isToolOfAgent(context: Pick<Context, 'getExecuteData' | 'getNode'>): boolean {
	return context.getExecuteData().node?.name !== context.getNode().name;
}

function atLeastOne(concurrency: unknown): number {
	const limit = Math.floor(Number(concurrency ?? DEFAULT_CONCURRENCY));
	return limit >= 1 ? limit : DEFAULT_CONCURRENCY;
}
