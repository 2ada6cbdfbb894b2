import type { IDataObject, IHttpRequestOptions } from 'n8n-workflow';

import { readList } from '../../nodes/Lox24/api/readList';
import type { Sent } from '../../nodes/shared/send/stage';
import { aRead, ok } from './given';

export const request: IHttpRequestOptions = { ...aRead, url: '/groups', qs: { order: 'asc' } };

/** Entries with the IDs from one to another. */
export const entries = (from: number, to: number) =>
	Array.from({ length: to - from + 1 }, (_, index) => ({ id: from + index }));

const idsOf = (list: unknown[]) => list.map((entry) => (entry as { id: number }).id);

export const ids = (from: number, to: number) => idsOf(entries(from, to));

/** A page as JSON-LD. */
export function page(members: unknown, total?: number, next?: unknown): IDataObject {
	const view = next === undefined ? {} : { 'hydra:view': { 'hydra:next': next } };
	const count = total === undefined ? {} : { 'hydra:totalItems': total };
	return { 'hydra:member': members, ...count, ...view } as IDataObject;
}

/** A list of so many entries, ten on a page. */
export const pagesOf = (count: number, total?: number) => (number: number) =>
	ok(page(entries(number * 10 - 9, Math.min(number * 10, count)), total ?? count));

/** Reads a list whose pages come from a function, and what was asked for. */
export async function read(
	pageOf: (number: number) => Sent,
	{ limit = Infinity, concurrency = 3 } = {},
) {
	const asked: number[] = [];
	let inFlight = 0;
	let most = 0;
	const fetch = async (one: IHttpRequestOptions): Promise<Sent> => {
		const { page: number = 1, ...rest } = one.qs as IDataObject;
		expect({ ...one, qs: rest }).toEqual(request);
		asked.push(Number(number));
		most = Math.max(most, ++inFlight);
		await Promise.resolve();
		inFlight--;
		return pageOf(Number(number));
	};
	const result = await readList(request, limit, fetch, { timezone: 'UTC', concurrency });
	return { ...result, ids: idsOf(result.entries), asked, most };
}
