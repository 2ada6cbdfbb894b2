import type { IExecuteFunctions, IHttpRequestOptions } from 'n8n-workflow';

import type { Answer } from '../../shared/answer/answer';
import type { BadInput } from '../../shared/input/badInput';
import { type Failure, fromBadInput, toNodeError } from '../../shared/answer/failure';
import type { Outcome } from '../../shared/exchange/outcomes';
import { requestOptions } from '../../shared/operation/requestOptions';
import { mayRunAgain, type Run } from '../../shared/exchange/run';
import { transmit } from '../../shared/exchange/transmit';
import { lox24 } from '../service';

/** One request of an operation that sends by itself. */
export interface Sending<Result> {
	method: 'POST';
	/** Path, filled and safe. */
	url: string;
	body: IHttpRequestOptions['body'];
	/** The input item that an error speaks of. */
	itemIndex: number;
	read(answer: Answer): Result;
}

/**
 * Sends all requests of an operation that sends by itself, as `exchange` does for the declarative
 * ones: through the gate, in slots, each once also when Retry On Fail runs the node again.
 *
 * @param what they are, for the progress in n8n's log, such as "bulks"
 * @returns what became of each, in their order
 * @throws NodeApiError or NodeOperationError for the first that failed, when the node stops on
 * errors
 */
export async function sendAll<Result>(
	context: IExecuteFunctions,
	run: Run,
	sendings: Array<Sending<Result>>,
	what: string,
): Promise<Array<Outcome<Result>>> {
	const outcomes = await sendEach(context, run, sendings, what);
	if (context.continueOnFail()) return outcomes;
	const failed = outcomes.flatMap((outcome, index) =>
		'failure' in outcome
			? [{ failure: outcome.failure, itemIndex: sendings[index].itemIndex }]
			: [],
	);
	// Those after the one that failed were only called off.
	const first = failed.find(({ failure }) => !failure.cancelled) ?? failed[0];
	if (first) throw toNodeError(context.getNode(), first.failure, first.itemIndex);
	return outcomes;
}

async function sendEach<Result>(
	context: IExecuteFunctions,
	run: Run,
	sendings: Array<Sending<Result>>,
	what: string,
): Promise<Array<Outcome<Result>>> {
	const common = await readConnection(context);
	if ('failure' in common) return sendings.map(() => common);
	const step = Math.ceil(sendings.length / 100);
	let done = 0;
	return await Promise.all(
		sendings.map(async (sending, index) => {
			const outcome = await sendOnce(context, run, sending, index, common.connection);
			done++;
			if (done % step === 0 || done === sendings.length) {
				context.logger.debug(`LOX24: ${done} of ${sendings.length} ${what} are done`);
			}
			return outcome;
		}),
	);
}

async function sendOnce<Result>(
	context: IExecuteFunctions,
	run: Run,
	{ method, url, body, read }: Sending<Result>,
	index: number,
	connection: Partial<IHttpRequestOptions>,
): Promise<Outcome<Result>> {
	const headers = { Accept: 'application/json' };
	const request: IHttpRequestOptions = { ...connection, method, url, headers, body };
	const remembers = mayRunAgain(context);
	const known = remembers ? run.outcomes.recall<Result>(index, request) : undefined;
	if (known) return known;

	const sent = await transmit(context, lox24, run, request);
	const outcome = 'failure' in sent ? sent : { result: read(sent.answer) };
	// What was refused may be sent again; what may have been accepted may not.
	const isFinal = 'result' in outcome || outcome.failure.effect === 'unknown';
	if (remembers && isFinal) run.outcomes.remember(index, request, outcome);
	return outcome;
}

/** What all requests of this run have in common. */
async function readConnection(
	context: IExecuteFunctions,
): Promise<{ connection: Partial<IHttpRequestOptions> } | { failure: Failure }> {
	const { baseUrl } = await context.getCredentials('lox24Api');
	try {
		return { connection: { baseURL: lox24.baseUrl(baseUrl), ...requestOptions(context) } };
	} catch (error) {
		return { failure: fromBadInput(error as BadInput) };
	}
}
