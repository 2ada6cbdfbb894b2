import type { IDataObject, IHttpRequestOptions } from 'n8n-workflow';

import { type Answer, isObject } from '../answer/answer';
import type { Failure } from '../answer/failure';
import { membersOf, viewOf, withoutAtKeys } from '../answer/jsonLd';
import type { Sent } from './send';

/** A list never costs more requests than this, whatever the server answers. */
export const MAX_PAGES = 10_000;

/**
 * Reads a list until the limit is met or the list has ended.
 *
 * @param request the request for the list, without page
 * @param limit how many entries are wanted; `Infinity` for all
 * @param fetch sends one request
 * @param timezone of the workflow
 * @returns the entries in order, never more than the limit
 */
export type ReadList = (
	request: IHttpRequestOptions,
	limit: number,
	fetch: (request: IHttpRequestOptions) => Promise<Sent>,
	timezone: string,
) => Promise<{ entries: unknown[] } | { failure: Failure }>;

/** One page of a list. */
interface Page {
	entries: unknown[];
	/** How many entries the whole list has, when the server says so. */
	total?: number;
	/** Whether the server says that this is the last page; unknown with plain JSON. */
	isLast?: boolean;
}

/**
 * A list whose pages have numbers.
 *
 * Where the first page gives a total, the others are asked for at once; otherwise one after the
 * other, and a page that repeats the one before ends the list, because some lists ignore `page`
 * (lox24-api reference, section 2.4).
 *
 * @param request the request for the list, without page
 * @param limit how many entries are wanted; `Infinity` for all
 * @param fetch sends one request
 * @returns the entries in order, never more than the limit
 */
export async function readPages(
	request: IHttpRequestOptions,
	limit: number,
	fetch: (request: IHttpRequestOptions) => Promise<Sent>,
): Promise<{ entries: unknown[] } | { failure: Failure }> {
	const fetchPage = async (page: number) => {
		const sent = await fetch(page === 1 ? request : atPage(request, page));
		return 'failure' in sent ? sent : toPage(sent.answer, request);
	};

	const first = await fetchPage(1);
	if ('failure' in first) return first;
	const entries = [...first.entries];
	const pageSize = entries.length;
	if (pageSize === 0 || pageSize >= limit) return { entries: entries.slice(0, limit) };

	if (first.total !== undefined) {
		const wanted = Math.min(first.total, limit);
		const pages = Math.min(Math.ceil(wanted / pageSize), MAX_PAGES);
		const rest = await Promise.all(
			Array.from({ length: pages - 1 }, async (_, index) => await fetchPage(index + 2)),
		);
		let before = first.entries;
		for (const page of rest) {
			if ('failure' in page) return page;
			if (isSamePage(page.entries, before)) break;
			entries.push(...page.entries);
			before = page.entries;
		}
		return { entries: entries.slice(0, limit) };
	}

	let before: Page = first;
	for (let number = 2; number <= MAX_PAGES && entries.length < limit && !before.isLast; number++) {
		const page = await fetchPage(number);
		if ('failure' in page) return page;
		if (page.entries.length === 0 || isSamePage(page.entries, before.entries)) break;
		entries.push(...page.entries);
		before = page;
	}
	return { entries: entries.slice(0, limit) };
}

function atPage(request: IHttpRequestOptions, page: number): IHttpRequestOptions {
	return { ...request, qs: { ...request.qs, page } };
}

/** Both generations of JSON-LD keys occur, and plain JSON is a bare array. */
function toPage(answer: Answer, request: IHttpRequestOptions): Page | { failure: Failure } {
	const { body } = answer;
	if (body === undefined) return { entries: [] };
	if (Array.isArray(body)) return { entries: body.map(toEntry) };
	const members = membersOf(body);
	if (!isObject(body) || members === undefined) return { entries: [body] };
	const view = viewOf(body);
	const next = view?.next;
	if (typeof next === 'string' && !isSameOrigin(next, request)) return { failure: foreign(next) };
	const total = Number(body['hydra:totalItems'] ?? body.totalItems);
	return {
		entries: Object.values(members as IDataObject).map(toEntry),
		total: Number.isInteger(total) && total >= 0 ? total : undefined,
		isLast: view !== undefined && next === undefined,
	};
}

function toEntry(entry: unknown): unknown {
	return isObject(entry) ? withoutAtKeys(entry) : entry;
}

/** Whether two pages have the same entries in the same form. */
export function isSamePage(one: unknown[], other: unknown[]): boolean {
	if (one.length !== other.length) return false;
	// Pages that differ do so in their first entry, so this ends there.
	return one.every((entry, index) => JSON.stringify(entry) === JSON.stringify(other[index]));
}

/** The token goes along with every request, so a link to somebody else is not followed. */
function isSameOrigin(link: string, request: IHttpRequestOptions): boolean {
	try {
		const base = new URL(request.baseURL ?? '');
		return new URL(link, base).origin === base.origin;
	} catch {
		return false;
	}
}

function foreign(next: string): Failure {
	return {
		message: 'The list continues at another address, which is not followed',
		description: `The next page would be ${next.split('?')[0]}. The credential belongs to the address it was made for.`,
		effect: 'none',
	};
}
