import { asBadInput } from '../input/badInput';
import { fromBadInput } from '../response/failure';
import { asEarlier } from './ledger';
import { read } from './read';
import type { Completed, Send, Stage } from './stage';

/**
 * Adds to a request what only the service knows, or what is too large to hold for all items: the
 * party of a call, the content of files.
 */
export const complete: Stage = async (run, task, request, next) => {
	if (!task.complete || task.earlier) return await next(request);
	let completed: Completed;
	try {
		// Reads go the rest of the way in this slot, but without what belongs to the effect.
		const ask: Send = async (one) => await next(one, { itemIndexes: task.itemIndexes });
		completed = await task.complete(request, ask, run);
	} catch (error) {
		return { failure: fromBadInput(asBadInput(error)) };
	}
	if ('request' in completed) return await next(completed.request);
	if ('found' in completed) {
		const response = { status: 200, headers: {}, body: completed.found };
		const sent = await read(run, task, request, async () => ({ response }));
		if ('failure' in sent) return sent;
		return {
			response,
			items: sent.items?.map(({ json, ...item }) => ({ ...item, json: asEarlier(json) })),
		};
	}
	// Whatever the read returned, the user's request was not sent.
	return { failure: { ...completed.failure, effect: 'none' } };
};
