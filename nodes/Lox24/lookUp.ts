import type { IDataObject, IHttpRequestOptions } from 'n8n-workflow';

import { JSON_LD } from '../shared/answer/jsonLd';
import { isOwnId } from '../shared/exchange/ownId';
import type { Question } from '../shared/service';

/** Seconds by which the clocks of the two sides may differ. */
const CLOCK_SKEW = 300;

/**
 * How to find out whether a message was sent: by its `callback_data`.
 *
 * One that the node made up is unique. One of the user may be shared by several messages, so
 * recipient and text have to be the same as well; where only the text differs, which LOX24 may
 * have deleted, it cannot be told.
 */
export function lookUp(request: IHttpRequestOptions, since: number): Question | undefined {
	if (request.method !== 'POST' || request.url !== '/sms') return undefined;
	const { callback_data: callbackData, phone, text } = request.body as IDataObject;
	if (callbackData === undefined) return undefined;
	const earliest = since - CLOCK_SKEW;
	const isOwn = isOwnId(callbackData);
	return {
		request: {
			...request,
			method: 'GET',
			headers: { ...request.headers, Accept: JSON_LD },
			// No clock has to be right to find one of our own.
			qs: { callback_data: callbackData, ...(isOwn ? {} : { 'created_at[gte]': earliest }) },
			body: undefined,
		},
		matches: (entry) => {
			if (entry.callback_data !== callbackData) return 'no';
			if (isOwn) return 'yes';
			if (entry.phone !== phone || Number(entry.created_at) < earliest) return 'no';
			return isSameText(entry.text, text) ? 'yes' : 'maybe';
		},
	};
}

/** Blanks aside, which a service may trim. */
function isSameText(one: unknown, other: unknown): boolean {
	const bare = (text: unknown) =>
		String(text ?? '')
			.replace(/\s+/g, ' ')
			.trim();
	return bare(one) === bare(other);
}
