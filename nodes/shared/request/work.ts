import type { IHttpRequestOptions, INodeExecutionData } from 'n8n-workflow';

import type { Failure } from '../response/failure';
import { isObject } from '../response/response';
import { inOrder } from '../send/concurrency';
import { send } from '../send/pipeline';
import type { Run } from '../send/run';
import type { Task } from '../send/stage';

/** A request to make, or why it cannot be made. */
export type Work =
	| { itemIndexes: number[]; failure: Failure }
	| { itemIndexes: number[]; request: IHttpRequestOptions; task: Task; limit?: number };

/** The result for these input items; both if a list broke off. */
export interface Outcome {
	itemIndexes: number[];
	items: INodeExecutionData[];
	failure?: Failure;
}

/** Items per batch, and milliseconds between batches. */
export interface Pace {
	size: number;
	milliseconds: number;
}

/** Items between progress messages in n8n's log (level debug). */
const PROGRESS_STEP = 1000;

/**
 * Does all the work of a run, a few requests at a time. When the node stops on errors, nothing is
 * sent while any of it cannot be, and nothing further once something has failed.
 *
 * @returns what came of each, in order; those not begun are called off
 */
export async function performAll(run: Run, works: Work[], pace?: Pace): Promise<Outcome[]> {
	const { context, service, slots } = run;
	const failed = works.filter((work) => 'failure' in work);
	if (!run.continues && failed.length > 0) return failed.map((work) => ({ ...work, items: [] }));
	for (const work of works) if ('request' in work) run.requests.push(work.request);

	let done = 0;
	let pause = Promise.resolve();
	const outcomes = await inOrder(works.length, slots.limit, async (index) => {
		if (pace && index > 0 && index % pace.size === 0) {
			pause = pause.then(async () => {
				if (!run.isOver) await run.wait(pace.milliseconds);
			});
		}
		await pause;
		const outcome = calledOff(run, works[index]) ?? (await perform(run, works[index]));
		if (outcome.failure && !run.continues) run.giveUp();
		const before = Math.floor(done / PROGRESS_STEP);
		done += works[index].itemIndexes.length;
		const now = Math.floor(done / PROGRESS_STEP);
		if (now > before) {
			context.logger.debug(`${service.name}: ${now * PROGRESS_STEP} items are done`);
		}
		return outcome;
	});
	return outcomes;
}

/** A stopped run has to end at once, even with many items. */
function calledOff(run: Run, work: Work): Outcome | undefined {
	if (!run.isStopped || !('task' in work)) return undefined;
	const { itemIndexes, task } = work;
	// Results of an earlier try are returned in any case.
	if (task.parts?.some((part) => run.ledger?.recall(part))) return undefined;
	return { itemIndexes, items: [], failure: run.obstacle(task) };
}

async function perform(run: Run, work: Work): Promise<Outcome> {
	const { itemIndexes } = work;
	if ('failure' in work) return { ...work, items: [] };
	const { task, request, limit } = work;
	if (limit !== undefined) return await readList(run, work.task, request, limit);
	const sent = await send(run, task, request);
	return 'failure' in sent
		? { itemIndexes, items: [], failure: sent.failure }
		: { itemIndexes, items: sent.items ?? [] };
}

/** Each page takes the whole path of a request; entries read before a failure are returned too. */
async function readList(
	run: Run,
	task: Task,
	request: IHttpRequestOptions,
	limit: number,
): Promise<Outcome> {
	const { itemIndexes, keeps } = task;
	const fetch = async (one: IHttpRequestOptions) => await send(run, { itemIndexes }, one);
	try {
		const { entries, failure } = await run.service.readList(
			request,
			keeps ? Infinity : limit,
			fetch,
			{ timezone: run.context.getTimezone(), concurrency: run.slots.limit },
		);
		const kept = keeps ? entries.filter((entry) => isObject(entry) && keeps(entry)) : entries;
		const response = { status: 200, headers: {}, body: kept.slice(0, limit) };
		const items = (await task.read?.(response, request)) ?? [];
		return { itemIndexes, items, failure };
	} catch (error) {
		return { itemIndexes, items: [], failure: notRead(error) };
	}
}

function notRead(error: unknown): Failure {
	const reason = error instanceof Error ? error.message : String(error);
	return {
		message: `The list could not be read: ${reason}`,
		description: 'Check the parameters of this node, and try again.',
		effect: 'none',
	};
}
