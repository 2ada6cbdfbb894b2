import type { IDataObject, IHttpRequestOptions } from 'n8n-workflow';

import type { Question } from '../shared/service';

/** Seconds by which the clocks of the two sides may differ. */
const CLOCK_SKEW = 300;

/**
 * How to find out whether a message was sent: by its `callback_data`, and because the user may
 * give the same to several messages, by recipient, text and time as well.
 */
export function lookUp(request: IHttpRequestOptions, since: number): Question | undefined {
	if (request.method !== 'POST' || request.url !== '/sms') return undefined;
	const { callback_data: callbackData, phone, text } = request.body as IDataObject;
	if (callbackData === undefined) return undefined;
	return {
		request: {
			...request,
			method: 'GET',
			qs: { callback_data: callbackData },
			body: undefined,
		},
		matches: (entry) =>
			entry.callback_data === callbackData &&
			entry.phone === phone &&
			entry.text === text &&
			Number(entry.created_at) >= since - CLOCK_SKEW,
	};
}
