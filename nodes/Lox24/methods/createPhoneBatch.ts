import type { IExecuteFunctions, IHttpRequestOptions, INodeExecutionData } from 'n8n-workflow';

import type { BadInput } from '../../shared/badInput';
import { type Failure, fromBadInput, toNodeError } from '../../shared/failure';
import { fillPath } from '../../shared/path';
import { requestOptions } from '../../shared/requestOptions';
import { mayRunAgain, type Run, runOf } from '../../shared/run';
import type { Outcome } from '../../shared/outcomes';
import { transmit } from '../../shared/transmit';
import { createBatchRequest } from '../resources/phone/createBatch';
import { lox24 } from '../service';
import { readResults, type RowResult, toItem } from './phoneResults';
import { type Batch, type PhoneRow, readPhoneRows, toBatches } from './phoneRows';

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
	const run = runOf(this, this.getNodeParameter('options.concurrency', 0, null));
	run.startTry();
	const stops = !this.continueOnFail();
	const rows = readPhoneRows(this);

	const unusable = rows.filter(({ rejection }) => rejection);
	if (stops && unusable.length > 0) {
		const failure = allThatIsWrong(unusable, rows.length);
		throw toNodeError(this.getNode(), failure, unusable[0].itemIndex);
	}
	const results = new Map<PhoneRow, RowResult>(
		unusable.map((row) => [row, { failure: fromBadInput(row.rejection!) }]),
	);

	const size = Math.floor(Number(this.getNodeParameter('options.batchSize', 0, null)));
	const usable = rows.filter(({ rejection }) => !rejection);
	const batches = toBatches(usable, size >= 1 ? size : DEFAULT_BATCH_SIZE);
	const sent = await sendBatches.call(this, run, batches);

	const failed = sent.filter((outcome) => 'failure' in outcome);
	if (stops && failed.length > 0) {
		// The batches after the one that failed were only called off.
		const first = sent.findIndex((outcome) => 'failure' in outcome && !outcome.failure.cancelled);
		const index = first === -1 ? sent.indexOf(failed[0]) : first;
		const { failure } = sent[index] as { failure: Failure };
		throw toNodeError(this.getNode(), failure, batches[index].rows[0].itemIndex);
	}
	batches.forEach((batch, index) => {
		const outcome = sent[index];
		batch.rows.forEach((row, position) =>
			results.set(row, 'failure' in outcome ? outcome : outcome.result[position]),
		);
	});
	return [rows.map((row) => toItem(this.getNode(), row, results.get(row)!))];
}

async function sendBatches(
	this: IExecuteFunctions,
	run: Run,
	batches: Batch[],
): Promise<Array<Outcome<RowResult[]>>> {
	const common = await readConnection.call(this);
	if ('failure' in common) return batches.map(() => common);
	let done = 0;
	return await Promise.all(
		batches.map(async (batch, index) => {
			const outcome = await sendBatch.call(this, run, batch, index, common.connection);
			done++;
			this.logger.debug(`LOX24: ${done} of ${batches.length} batches of phones are done`);
			return outcome;
		}),
	);
}

async function sendBatch(
	this: IExecuteFunctions,
	run: Run,
	batch: Batch,
	index: number,
	connection: Partial<IHttpRequestOptions>,
): Promise<Outcome<RowResult[]>> {
	const request: IHttpRequestOptions = {
		...connection,
		method: createBatchRequest.method,
		url: fillPath(createBatchRequest.url, () => batch.groupId, lox24.shapes),
		headers: { Accept: 'application/json' },
		body: batch.rows.map(({ phone }) => phone),
	};
	const remembers = mayRunAgain(this);
	const known = remembers ? run.outcomes.recall<RowResult[]>(index, request) : undefined;
	if (known) return known;

	const sent = await transmit(this, lox24, run, request);
	const outcome = 'failure' in sent ? sent : { result: readResults(sent.answer, batch.rows) };
	// What was refused may be sent again; what may have been accepted may not.
	const isFinal = 'result' in outcome || outcome.failure.effect === 'unknown';
	if (remembers && isFinal) run.outcomes.remember(index, request, outcome);
	return outcome;
}

/** What all requests of this run have in common. */
async function readConnection(
	this: IExecuteFunctions,
): Promise<{ connection: Partial<IHttpRequestOptions> } | { failure: Failure }> {
	const { baseUrl } = await this.getCredentials('lox24Api');
	try {
		return { connection: { baseURL: lox24.baseUrl(baseUrl), ...requestOptions(this) } };
	} catch (error) {
		return { failure: fromBadInput(error as BadInput) };
	}
}

/** One message for everything that is wrong, so that it can be put right in one go. */
function allThatIsWrong(unusable: PhoneRow[], total: number): Failure {
	const named = unusable.slice(0, 5).map(({ itemIndex, rejection }) => {
		return `input item ${itemIndex}: ${rejection!.message}`;
	});
	const more = unusable.length > 5 ? `; and ${unusable.length - 5} more` : '';
	return {
		message: `${unusable.length} of ${total} phones cannot be sent: ${named.join('; ')}${more}`,
		description: `${unusable[0].rejection!.description} To send the others and get these separately, set On Error to "Continue (using error output)".`,
		effect: 'none',
		badInput: true,
	};
}
