import type { IDataObject, IHttpRequestOptions } from 'n8n-workflow';

import { isObject } from '../../../shared/response/response';
import type { Send } from '../../../shared/send/stage';
import type { Failure } from '../../../shared/response/failure';
import { inOneForm } from '../../codes';
import { readCollection } from '../../api/collection';

/**
 * The calls in a response: one call, a list of calls, or a collection; none when there is no body
 * (docs/api/voipnow.md, "Phone calls").
 */
export function callsIn(body: unknown): IDataObject[] {
	return readCollection(body)
		.entries.filter(isObject)
		.map((call) => inOneForm(call));
}

/**
 * Reads the current state of the call that a request acts on.
 *
 * @param request a request with the path of one call
 */
export async function readCall(
	request: IHttpRequestOptions,
	ask: Send,
): Promise<{ call: IDataObject } | { failure: Failure }> {
	const sent = await ask({ ...request, method: 'GET', qs: {}, body: undefined });
	if ('failure' in sent) return sent;
	const calls = callsIn(sent.response.body);
	const id = request.url.split('/').pop();
	const call = calls.find((one) => one.id === id) ?? (calls.length === 1 ? calls[0] : undefined);
	if (call) return { call };
	return { failure: { ...noSuchCall(String(id)), status: 404, effect: 'none' } };
}

/** Error for a call that is no longer in progress. */
export function noSuchCall(id: string): { message: string; description: string } {
	return {
		message: `The phone call ${id} was not found`,
		description:
			'VoipNow only knows calls in progress. This one has ended, or it is not a call of this extension.',
	};
}
