import type { IDataObject } from 'n8n-workflow';

import { type HttpResponse, isObject } from '../../shared/response/response';

/** One page of a list. */
export interface Collection {
	entries: unknown[];
	/** Total entries of the list, if the service reports it. */
	total?: number;
	/** Address of the next page. */
	next?: string;
}

/**
 * Takes a list apart, in all the forms it comes in (docs/api/voipnow.md, "Collections and pages",
 * "Presence", "Queue agents", "Call reports"): no body at all, a collection, a collection inside of
 * a one-element array, and a bare array; `entry` as an array or as an object whose keys are the
 * IDs, and `[]` where that would be empty. One object without `entry` stands for itself.
 */
export function readCollection(body: unknown): Collection {
	if (body === undefined || body === null) return { entries: [] };
	if (Array.isArray(body)) {
		const [only] = body;
		const isWrapped = body.length === 1 && isObject(only) && isCollection(only);
		return isWrapped ? readCollection(only) : { entries: body };
	}
	if (!isObject(body) || !isCollection(body)) return { entries: [body] };
	const next = isObject(body.paging) ? body.paging.next : undefined;
	return {
		entries: entriesOf(body.entry),
		total: toCount(body.totalResults),
		next: typeof next === 'string' && next !== '' ? next : undefined,
	};
}

function isCollection(body: IDataObject): boolean {
	return 'entry' in body || 'totalResults' in body || 'itemsPerPage' in body;
}

function entriesOf(entry: unknown): unknown[] {
	if (Array.isArray(entry)) return entry;
	if (!isObject(entry)) return [];
	const keyed = Object.entries(entry);
	if (!keyed.every(([, value]) => isObject(value))) return [entry];
	return keyed.map(([id, value]) => ({ id, ...(value as IDataObject) }));
}

function toCount(value: unknown): number | undefined {
	const count = Number(value ?? NaN);
	return Number.isInteger(count) && count >= 0 ? count : undefined;
}

/**
 * Whatever VoipNow makes or changes has at least one of these, with a value. None of them is in a
 * request, which somebody on the way could send back.
 */
const KEYS = [
	...['id', 'uid', 'identifier', 'agentNumber', 'redirectUri'],
	// For a call, users choose the fields to return.
	...['links', 'published', 'answered', 'ownerId', 'ownerName'],
];

/** Whether a success is VoipNow's own: it says nothing with 204, or names what it has done. */
export function isGenuine(method: string, { status, body }: HttpResponse): boolean {
	if (body === undefined) return status === 204;
	const { entries } = readCollection(body);
	// VoipNow returns an empty list for a call that has ended.
	if (entries.length === 0) return method !== 'POST' && isObject(body) && isCollection(body);
	return entries.every(
		(entry) =>
			isObject(entry) &&
			(KEYS.some((key) => /\S/.test(String(entry[key] ?? ''))) ||
				[entry.phoneCallView].flat().some((view) => isObject(view) && view.status !== undefined)),
	);
}
