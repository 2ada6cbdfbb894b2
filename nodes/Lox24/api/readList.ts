import type { IDataObject, IHttpRequestOptions } from 'n8n-workflow';

import type { Failure } from '../../shared/response/failure';
import { type HttpResponse, isObject } from '../../shared/response/response';
import { inOrder } from '../../shared/send/concurrency';
import {
	Entries,
	idOf,
	incomplete,
	isSamePage,
	MAX_PAGES,
	type ReadList,
} from '../../shared/send/list';
import type { Send } from '../../shared/send/stage';
import { membersOf, viewOf, withoutAtKeys } from './jsonLd';

/** How often to read a list that gets shorter meanwhile, so that entries change pages. */
const MOST_PASSES = 3;

/** One page of a list. */
export interface Page {
	entries: unknown[];
	/** Total entries of the list, if LOX24 reports it. */
	total?: number;
	/** Whether LOX24 reports another page; unknown with plain JSON. */
	hasNext?: boolean;
}

export type PageRead = Page | { failure: Failure };

/**
 * A list whose pages have numbers. Where the first page gives a total, several others are asked for
 * at once; otherwise one after the other, and a page that repeats the one before ends the list,
 * because some lists ignore `page` (docs/api/lox24.md, "Lists and pages").
 */
export const readList: ReadList = async (request, limit, fetch, { concurrency }) => {
	const list = new Entries(idOf);
	const result = (failure?: Failure) => ({
		entries: list.all.slice(0, limit).map(toEntry),
		failure: list.all.length >= limit ? undefined : failure,
	});
	for (let passes = 1; ; passes++) {
		const reader = new Reader(list, limit, request, fetch, concurrency);
		const failure = await reader.read();
		if (failure) return result(failure);
		// Entries added since belong to the next read.
		const { first = 0, wasLonger } = reader;
		if (limit !== Infinity || !(wasLonger || list.all.length < first)) return result();
		if (!wasLonger) {
			return result(incomplete(`it has ${first} entries but returned ${list.all.length}`));
		}
		if (passes === MOST_PASSES) return result(incomplete('it became shorter while it was read'));
	}
};

/** Reads all pages once. */
class Reader {
	/** How many entries the list had at first. */
	first?: number;

	/** The latest total. */
	private total?: number;

	/** Entries were deleted meanwhile, so others may have moved to a page that was read already. */
	wasLonger = false;

	constructor(
		private readonly list: Entries,
		private readonly limit: number,
		private readonly request: IHttpRequestOptions,
		private readonly fetch: Send,
		private readonly concurrency: number,
	) {}

	async read(): Promise<Failure | undefined> {
		const first = await this.page(1);
		const failure = this.keep(first);
		if (failure || !('entries' in first)) return failure;
		const { entries, total } = first;
		if (entries.length === 0) return undefined;
		const wanted = Math.min(total ?? 0, this.limit);
		const last = Math.min(Math.ceil(wanted / entries.length), MAX_PAGES);

		let isOver = false;
		const pages = await inOrder(
			Math.max(last - 1, 0),
			this.concurrency,
			async (index) => {
				const page = await this.page(index + 2);
				isOver ||= 'failure' in page || page.entries.length === 0;
				return page;
			},
			() => isOver,
		);
		let before: PageRead = first;
		for (const page of pages) {
			const reason = this.keep(page);
			if (reason) return reason;
			before = page;
		}
		if (isOver) return undefined;
		return await this.readOn(Math.max(last, 1) + 1, before as Page);
	}

	/** Continues while there is a next page, whatever the total was. */
	private async readOn(start: number, previous: Page): Promise<Failure | undefined> {
		let before = previous;
		for (let number = start; this.list.all.length < this.limit; number++) {
			const mayGoOn = before.hasNext ?? this.total === undefined;
			if (!mayGoOn || before.entries.length === 0) return undefined;
			if (number > MAX_PAGES) return incomplete(`it has more than ${MAX_PAGES} pages`);
			const page = await this.page(number);
			if ('entries' in page && isSamePage(page.entries, before.entries)) return undefined;
			const failure = this.keep(page);
			if (failure) return failure;
			before = page as Page;
		}
		return undefined;
	}

	private async page(page: number): Promise<PageRead> {
		const { request } = this;
		const qs = page === 1 ? request.qs : { ...request.qs, page };
		const sent = await this.fetch({ ...request, qs });
		return 'failure' in sent ? sent : toPage(sent.response, request);
	}

	private keep(page: PageRead): Failure | undefined {
		if ('failure' in page) return page.failure;
		const { entries, total } = page;
		this.list.add(entries);
		if (total !== undefined) {
			this.wasLonger ||= total < (this.total ?? 0);
			this.first ??= total;
			this.total = total;
		}
		return undefined;
	}
}

/** Both generations of JSON-LD keys occur, as does a bare array (plain JSON). */
export function toPage(
	{ status, body }: HttpResponse,
	request: Pick<IHttpRequestOptions, 'baseURL'>,
): PageRead {
	if (body === undefined) return status === 204 ? { entries: [] } : { failure: noList() };
	if (Array.isArray(body)) return { entries: body };
	const members = membersOf(body);
	if (!isObject(body) || !members || typeof members !== 'object') return { failure: noList() };
	const view = viewOf(body);
	const next = view?.next;
	if (typeof next === 'string' && !isSameOrigin(next, request)) return { failure: foreign(next) };
	const total = Number(body['hydra:totalItems'] ?? body.totalItems);
	return {
		entries: Object.values(members as IDataObject),
		total: Number.isInteger(total) && total >= 0 ? total : undefined,
		hasNext: view && next !== undefined,
	};
}

function toEntry(entry: unknown): unknown {
	return isObject(entry) ? withoutAtKeys(entry) : entry;
}

/** Every request carries the token, so links to other hosts are not followed. */
function isSameOrigin(link: string, request: Pick<IHttpRequestOptions, 'baseURL'>): boolean {
	try {
		const base = new URL(request.baseURL ?? '');
		return new URL(link, base).origin === base.origin;
	} catch {
		return false;
	}
}

export function noList(): Failure {
	return {
		message: 'LOX24 did not respond with a list',
		description: 'A proxy or a login page may be in between. Check the address in the credential.',
		effect: 'none',
	};
}

function foreign(next: string): Failure {
	return {
		message: 'The list continues at another address, which is not followed',
		description: `The next page would be ${next.split('?')[0]}. The token is only sent to the address in the credential.`,
		effect: 'none',
	};
}
