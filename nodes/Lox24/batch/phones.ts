import { fillPath } from '../../shared/input/path';
import { connectionOf } from '../../shared/request/declared';
import type { OperationRunner } from '../../shared/request/operations';
import { type Outcome, performAll, type Work } from '../../shared/request/work';
import { fromBadInput } from '../../shared/response/failure';
import { leftOpen } from '../../shared/send/resolve';
import type { Run } from '../../shared/send/run';
import { shapes } from '../api/shapes';
import { readResults, toItem } from './phoneResults';
import { type PhoneRow, readPhoneRows, toBatches, unmatchedFields } from './phoneRows';

const DEFAULT_BATCH_SIZE = 100;

/**
 * Adds all phones of all input items, many with each request. What an earlier try has added is
 * not added again, however the phones are divided into requests.
 *
 * @returns one outcome for each phone, in the order they came in: `success`, `status` and the new
 * entry, or what was wrong with it
 */
export const phones: OperationRunner = async (run, items, plan) => {
	const rows = readPhoneRows(items);
	nameUnmatched(run, unmatchedFields(items));
	const results = new Map<PhoneRow, Outcome>();
	for (const row of rows) {
		const known = row.rejection ? undefined : run.ledger?.recall(row.part);
		if (known && 'items' in known) results.set(row, outcomeOf(row, known));
		else if (known) results.set(row, outcomeOf(row, { items: [], failure: leftOpen(known) }));
	}
	const open = rows.filter((row) => !results.has(row));
	const unusable = open.filter(({ rejection }) => rejection);
	const size = Math.floor(Number(items[0].getNodeParameter('options.batchSize', null)));
	const batches = toBatches(
		open.filter(({ rejection }) => !rejection),
		size >= 1 ? size : DEFAULT_BATCH_SIZE,
	);
	const connection = connectionOf(run, items[0]);
	const node = run.context.getNode();
	const { method = 'POST', url = '' } = plan.request;
	const works: Work[] = batches.map(({ groupId, rows: own }) => ({
		itemIndexes: own.map(({ itemIndex }) => itemIndex),
		request: {
			...connection,
			method,
			url: fillPath(url, () => groupId, shapes),
			body: own.map(({ phone }) => phone),
		},
		task: {
			itemIndexes: own.map(({ itemIndex }) => itemIndex),
			effect: {},
			parts: own.map(({ part }) => part),
			read: async (response) => {
				const found = readResults(response, own);
				return own.map((row, index) => toItem(run, node, row, found[index]));
			},
		},
	}));
	for (const { itemIndex, rejection } of unusable) {
		works.push({ itemIndexes: [itemIndex], failure: fromBadInput(rejection!) });
	}

	const outcomes = await performAll(run, works);
	// The reasons why nothing was sent.
	if (outcomes.length < works.length) return outcomes;
	batches.forEach((batch, index) =>
		batch.rows.forEach((row, position) => {
			const { items: all, failure } = outcomes[index];
			results.set(row, outcomeOf(row, { items: all.slice(position, position + 1), failure }));
		}),
	);
	unusable.forEach((row, index) =>
		results.set(row, outcomeOf(row, outcomes[batches.length + index])),
	);
	return rows.map((row) => results.get(row)!);
};

/** Shown once for the run, above the output in the editor. */
function nameUnmatched({ context }: Run, fields: string[]): void {
	if (fields.length === 0 || !('addExecutionHints' in context)) return;
	const named = fields.slice(0, 10).map((field) => `"${field}"`);
	context.addExecutionHints({
		message: `No column of the group is called ${named.join(', ')}${fields.length > 10 ? ', …' : ''}: these fields were ignored.`,
		location: 'outputPane',
	});
}

/** @param given for this one phone */
function outcomeOf(
	{ itemIndex, phone: sent }: PhoneRow,
	{ items, failure }: Pick<Outcome, 'items' | 'failure'>,
): Outcome {
	return {
		itemIndexes: [itemIndex],
		// Not copied: copies lose a property that items for the error output need.
		items: items.map((item) => Object.assign(item, { pairedItem: { item: itemIndex } })),
		failure: failure && { ...failure, details: { ...failure.details, sent } },
	};
}
