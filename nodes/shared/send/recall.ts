import type { IDataObject } from 'n8n-workflow';

import { asEarlier, type Ledger } from './ledger';
import type { Part, Sent, Stage } from './stage';

/**
 * What already happened is not done again, and what may have happened is looked up first. Written
 * down before anything is sent, and again when it is known what came of it.
 */
export const recall: Stage = async (run, task, request, next) => {
	const { ledger } = run;
	const { parts = [] } = task;
	if (!ledger || parts.length === 0) return await next(request);

	const tried = parts.map((part) => ledger.recall(part));
	const [first] = tried;
	if (parts.length === 1 && first && 'items' in first) {
		return { response: { status: 200, headers: {}, body: undefined }, items: first.items };
	}
	task.earlier = tried.find((one) => one !== undefined && !('items' in one));
	for (const part of parts) if (!ledger.recall(part)) ledger.open(part);
	const sent = await next(request);
	if ('failure' in sent && task.earlier) {
		// Whatever this try returns, the outcome of the earlier one is still unknown.
		return { failure: { ...sent.failure, effect: 'unknown' } };
	}
	const known = asKnown(sent);
	record(ledger, parts, known);
	return known;
};

/** Marks what the retried execution sent, however that became known. */
function asKnown(sent: Sent): Sent {
	if (!('items' in sent) || !sent.isEarlier) return sent;
	return { ...sent, items: sent.items?.map((item) => ({ ...item, json: asEarlier(item.json) })) };
}

function record(ledger: Ledger, parts: Part[], sent: Sent): void {
	if ('failure' in sent) {
		const { failure } = sent;
		for (const part of parts) {
			if (failure.effect === 'none') ledger.forget(part);
			else ledger.unsure(part, failure);
		}
		return;
	}
	const { items = [] } = sent;
	parts.forEach((part, index) => {
		const own = parts.length === 1 ? items : items.slice(index, index + 1);
		const [{ json }] = [...own, { json: {} as IDataObject }];
		const { effect } = (json.details ?? {}) as IDataObject;
		// In a batch, the response may lack one of them.
		if (effect === 'unknown') return;
		if (json.error || json.success === false) ledger.forget(part);
		else ledger.done(part, own);
	});
}
