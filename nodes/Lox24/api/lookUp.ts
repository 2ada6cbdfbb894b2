import type { IDataObject, IHttpRequestOptions } from 'n8n-workflow';

import type { HttpResponse } from '../../shared/response/response';
import { isOwnId } from '../../shared/send/ledger';
import type { Run } from '../../shared/send/run';
import type { Task } from '../../shared/send/stage';
import type { Question } from '../../shared/service';
import { JSON_LD, membersOf } from './jsonLd';

/** Seconds by which LOX24's times, which are whole seconds, may be earlier than ours. */
const TOLERANCE = 1;

/**
 * How to find out whether a message was sent: by its `callback_data`.
 *
 * One that the node made up belongs to one message. One of the user may belong to several: an
 * entry proves something only if it was made after our request, by LOX24's own clock, and no
 * other message of this run can have made it. A text that differs proves nothing, because LOX24
 * transliterates and deletes texts; it only tells two messages apart.
 */
export function lookUp(
	request: IHttpRequestOptions,
	{ sentAt = 0, earlier }: Task,
	run: Run,
): Question | undefined {
	if (request.method !== 'POST' || request.url !== '/sms') return undefined;
	const { callback_data: callbackData, phone, text } = request.body as IDataObject;
	if (callbackData === undefined) return undefined;
	const isOwn = isOwnId(callbackData);
	const since = earlier ? (run.ledger?.startedAt ?? 0) : sentAt;
	const twins = isOwn ? [] : run.requests.filter((other) => isTwin(other, request));
	let earliest = Infinity;
	return {
		request: {
			...request,
			method: 'GET',
			headers: { ...request.headers, Accept: JSON_LD },
			qs: { callback_data: callbackData },
			body: undefined,
		},
		entries({ headers, body }: HttpResponse) {
			// The header gives LOX24's current time, even if a clock is wrong.
			const ahead = Date.parse(String(headers.date)) - run.clock.now();
			earliest = Math.floor((since + ahead) / 1000) - TOLERANCE;
			const entries: unknown = Array.isArray(body) ? body : membersOf(body);
			return Array.isArray(entries) ? entries : [];
		},
		proves(entry) {
			if (entry.callback_data !== callbackData || !isSamePhone(entry.phone, phone)) return false;
			if (isOwn) return true;
			if (!(Number(entry.created_at) >= earliest)) return false;
			if (twins.length === 1) return true;
			const alike = twins.filter((twin) => isSameText((twin.body as IDataObject).text, text));
			return alike.length === 1 && isSameText(entry.text, text);
		},
	};
}

/** Whether LOX24 cannot be asked for anything that distinguishes two requests. */
function isTwin(one: IHttpRequestOptions, other: IHttpRequestOptions): boolean {
	const [first, second] = [one.body, other.body] as IDataObject[];
	return first.callback_data === second.callback_data && isSamePhone(first.phone, second.phone);
}

/** @returns the digits of a number */
export function digitsOf(phone: unknown): string {
	return String(phone ?? '').replace(/\D/g, '');
}

function isSamePhone(one: unknown, other: unknown): boolean {
	return digitsOf(one) !== '' && digitsOf(one) === digitsOf(other);
}

/** Ignores surrounding blanks, which a service may trim. */
function isSameText(one: unknown, other: unknown): boolean {
	const bare = (text: unknown) =>
		String(text ?? '')
			.replace(/\s+/g, ' ')
			.trim();
	return bare(one) === bare(other);
}
