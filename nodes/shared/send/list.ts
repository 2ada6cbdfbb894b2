import type { IHttpRequestOptions } from 'n8n-workflow';

import type { Failure } from '../response/failure';
import { isObject } from '../response/response';
import type { Send } from './stage';

/** Maximum requests for one list, whatever the server says. */
export const MAX_PAGES = 10_000;

/** Result of a list; with a failure, only the entries read before. */
export interface ListRead {
	entries: unknown[];
	failure?: Failure;
}

/**
 * Reads a list until the limit is met or the list has ended.
 *
 * @param request the request for the list, without page
 * @param limit how many entries are wanted; `Infinity` for all
 * @param fetch sends the request for one page
 * @param options.timezone of the workflow
 * @param options.concurrency how many pages may be asked for at once
 * @returns the entries in order, never more than the limit
 */
export type ReadList = (
	request: IHttpRequestOptions,
	limit: number,
	fetch: Send,
	options: { timezone: string; concurrency: number },
) => Promise<ListRead>;

/** Entries of a list in their order. A list that grows while it is read gives some of them twice. */
export class Entries {
	readonly all: unknown[] = [];

	private readonly ids = new Set<unknown>();

	/** @param idOf tells entries apart; one without an ID is kept each time */
	constructor(private readonly idOf: (entry: unknown) => unknown) {}

	add(page: unknown[]): void {
		for (const entry of page) {
			const id = this.idOf(entry);
			if (id !== undefined && this.ids.has(id)) continue;
			this.ids.add(id);
			this.all.push(entry);
		}
	}
}

/** Whether two pages have identical entries. */
export function isSamePage(one: unknown[], other: unknown[]): boolean {
	if (one.length !== other.length) return false;
	// Pages that differ usually differ in their first entry, so this is fast.
	return one.every((entry, index) => JSON.stringify(entry) === JSON.stringify(other[index]));
}

/** @returns the failure of a list that has not given all it should */
export function incomplete(reason: string): Failure {
	return {
		message: `The list is incomplete: ${reason}`,
		description: 'Run the node again, or set a Limit or filters.',
		effect: 'none',
	};
}

/** The ID of an entry, under any of its names. */
export function idOf(entry: unknown): unknown {
	return isObject(entry) ? (entry['@id'] ?? entry.uuid ?? entry.id ?? entry.code) : undefined;
}
