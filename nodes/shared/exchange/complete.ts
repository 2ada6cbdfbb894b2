import type { IExecuteSingleFunctions, IHttpRequestOptions, PreSendAction } from 'n8n-workflow';

import { asBadInput } from '../input/badInput';
import { type Failure, fromBadInput } from '../answer/failure';
import type { Sent } from './send';

/**
 * Reads what a request still lacks, through the gate and in a slot like everything else. Only
 * for reads: it may be repeated.
 */
export type Ask = (request: IHttpRequestOptions) => Promise<Sent>;

type Completed = { request: IHttpRequestOptions } | { failure: Failure };

/**
 * Completes a request after the path is filled and before it is sent. It returns the request to
 * send, which may be the same, or why it could not be completed; it may throw `BadInput`.
 */
type Complete = (
	this: IExecuteSingleFunctions,
	request: IHttpRequestOptions,
	ask: Ask,
) => Promise<Completed>;

type Completion = (request: IHttpRequestOptions, ask: Ask) => Promise<Completed>;

const completions = new WeakMap<object, Completion>();

/**
 * For an operation that needs something only the service knows, such as which party of a call is
 * meant. As n8n's `preSend` it sends nothing: the function is kept beside the request and called
 * by `exchange`, in turn with the other items.
 *
 * Retry On Fail recognises a request by what the user asked for, before it is completed, so one
 * that succeeded is not sent again because the service now says something else.
 */
export function completedBy(complete: Complete): PreSendAction {
	return async function (this: IExecuteSingleFunctions, request) {
		completions.set(request, async (filled, ask) => await complete.call(this, filled, ask));
		return request;
	};
}

/**
 * @param prepared the request as n8n built it, by which its completion is found
 * @param request the same with its path filled
 * @param ask sends a read
 * @returns the request to send, or why it is not sent: then it certainly had no effect
 */
export async function completed(
	prepared: object,
	request: IHttpRequestOptions,
	ask: Ask,
): Promise<Completed> {
	const completion = completions.get(prepared);
	if (!completion) return { request };
	try {
		const outcome = await completion(request, ask);
		// Whatever became of the read, what the user asked for was not sent.
		return 'failure' in outcome ? { failure: { ...outcome.failure, effect: 'none' } } : outcome;
	} catch (error) {
		return { failure: fromBadInput(asBadInput(error)) };
	}
}
