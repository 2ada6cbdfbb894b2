import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { fromBadInput, toNodeError } from '../../shared/answer/failure';
import { fillPath } from '../../shared/input/path';
import { runOf } from '../../shared/exchange/run';
import { createBatchRequest } from '../resources/phone/createBatch';
import { lox24 } from '../service';
import { allThatIsWrong } from './allThatIsWrong';
import { readResults, type RowResult, toItem } from './phoneResults';
import { type Batch, type PhoneRow, readPhoneRows, toBatches } from './phoneRows';
import { type Sending, sendAll } from './sendAll';

const DEFAULT_BATCH_SIZE = 100;

/**
 * `phone: createBatch`: adds all phones of all input items, many with each request
 * (`POST /groups/{id}/phones/batch`).
 *
 * @returns one item for each phone, in the order they came in, paired with the input item it
 * came from: `success`, `status` and the new entry, or what was wrong with it
 * @throws NodeOperationError before anything is sent when a phone cannot be sent, and
 * NodeApiError when a request is refused as a whole; neither when the node continues on errors
 */
export async function createPhoneBatch(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const run = runOf(this, () => this.getNodeParameter('options.concurrency', 0, null));
	run.startTry();
	const rows = readPhoneRows(this);
	const unusable = rows.flatMap(({ itemIndex, rejection }) =>
		rejection ? [{ itemIndex, rejection }] : [],
	);
	if (!this.continueOnFail() && unusable.length > 0) {
		const failure = allThatIsWrong(unusable, rows.length, 'phones');
		throw toNodeError(this.getNode(), failure, unusable[0].itemIndex);
	}
	const results = new Map<PhoneRow, RowResult>();

	const size = Math.floor(Number(this.getNodeParameter('options.batchSize', 0, null)));
	const usable = rows.filter(({ rejection }) => !rejection);
	const batches = toBatches(usable, size >= 1 ? size : DEFAULT_BATCH_SIZE);
	const outcomes = await sendAll(this, run, batches.map(toSending), 'batches of phones');
	batches.forEach((batch, index) => {
		const outcome = outcomes[index];
		batch.rows.forEach((row, position) =>
			results.set(row, 'failure' in outcome ? outcome : outcome.result[position]),
		);
	});
	const node = this.getNode();
	return [
		rows.map((row) => {
			const result = results.get(row) ?? { failure: fromBadInput(row.rejection!) };
			return toItem(node, row, result);
		}),
	];
}

function toSending({ groupId, rows }: Batch): Sending<RowResult[]> {
	return {
		method: createBatchRequest.method,
		url: fillPath(createBatchRequest.url, () => groupId, lox24.shapes),
		body: rows.map(({ phone }) => phone),
		itemIndex: rows[0].itemIndex,
		read: (answer) => readResults(answer, rows),
	};
}
