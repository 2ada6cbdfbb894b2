import type { IHttpRequestOptions } from 'n8n-workflow';

import { isObject } from '../../shared/response/response';
import type { Failure } from '../../shared/response/failure';
import { Entries, incomplete, isSamePage, MAX_PAGES, type ReadList } from '../../shared/send/list';
import type { Send } from '../../shared/send/stage';
import { completeRecords } from './chosenFields';
import { inOneForm } from '../codes';
import { type Collection, readCollection } from './collection';
import { cutPeriod } from './narrow';

/** The maximum of the vendor's client; the documentation says 5000. */
const PAGE_SIZE = 4999;

/** No page may start beyond this index. */
const LAST_START = 4999;

/** A list, or its part in one period. */
interface Part {
	request: IHttpRequestOptions;
	/** The list it was cut from; its total is missing where it cannot be compared. */
	of?: { total?: number; inParts: number };
	belongs?: (entry: unknown) => boolean;
}

/** Result for a part: read, or too long to read at once. */
type Read = { isRead: true } | { shorter: Part[] } | { failure: Failure };

/**
 * Reads a list page by page (docs/api/voipnow.md, "Collections and pages") until the limit is met
 * or it has ended. A list of call records that is too long for that is cut into periods.
 *
 * Records read in periods come in the order of `published`, as the service gives them. With a
 * limit, a record answered long after it began may be taken for one of the next period.
 */
export const readList: ReadList = async (request, limit, fetch, { timezone }) => {
	const reader = new Reader(limit, fetch, timezone);
	const counted = withCount(request, Math.min(limit, PAGE_SIZE));
	// One page, or several of a server that makes them smaller: that is never cut.
	const chosen = limit > PAGE_SIZE ? completeRecords(counted) : undefined;
	const parts: Part[] = [{ request: chosen?.request ?? counted }];
	let isCut = false;
	let failure: Failure | undefined;
	while (parts.length > 0 && !reader.isDone) {
		const read = await reader.read(parts.shift()!);
		if ('failure' in read) {
			failure = read.failure;
			break;
		}
		if (!('shorter' in read)) continue;
		isCut = true;
		parts.unshift(
			...(isDescending(request, reader.entries) ? read.shorter.reverse() : read.shorter),
		);
	}
	const entries = isCut
		? sorted(reader.entries, isDescending(request, reader.entries))
		: reader.entries;
	const wanted = entries.slice(0, limit);
	if (reader.isExhausted) failure = incomplete(`it has more than ${MAX_PAGES} pages`);
	return { entries: chosen ? wanted.map(chosen.withoutAdded) : wanted, failure };
};

/** Reads one part after the other and keeps the entries. */
class Reader {
	private readonly list = new Entries((entry) => (isObject(entry) ? entry.id : undefined));

	private pages = 0;

	constructor(
		private readonly limit: number,
		private readonly fetch: Send,
		private readonly timezone: string,
	) {}

	/** Skips entries that an earlier page had. */
	get entries(): unknown[] {
		return this.list.all;
	}

	get isExhausted(): boolean {
		return this.pages >= MAX_PAGES && this.entries.length < this.limit;
	}

	get isDone(): boolean {
		return this.entries.length >= this.limit || this.isExhausted;
	}

	async read(part: Part): Promise<Read> {
		let next: IHttpRequestOptions | undefined = part.request;
		let before: unknown[] | undefined;
		while (next && !this.isDone) {
			this.pages++;
			const sent = await this.fetch(next);
			if ('failure' in sent) return sent;
			const page = readCollection(sent.response.body);
			// Numbers of the same entry may be text on one page and numbers on another.
			const entries = page.entries.map((entry) => inOneForm(entry));
			if (before && isSamePage(entries, before)) break;
			if (!before && part.of && ignoresPeriod(part.of, page.total)) return { failure: noPeriods() };
			this.list.add(part.belongs ? entries.filter(part.belongs) : entries);
			next = nextPage(next, page);
			const shorter = next && this.isTooLong(next, page.total) ? this.cut(part, page.total) : [];
			if (shorter.length > 0) return { shorter };
			before = entries;
		}
		return { isRead: true };
	}

	private isTooLong(next: IHttpRequestOptions, total = 0): boolean {
		const reach = LAST_START + PAGE_SIZE;
		return startOf(next) > LAST_START || (total > reach && this.limit > reach);
	}

	private cut({ request, belongs }: Part, total: number | undefined): Part[] {
		const cut = cutPeriod(request, total, PAGE_SIZE, this.timezone);
		// The first parts go by other dates than the month they replace, and reach further back.
		const of = { total: cut?.belongs ? undefined : total, inParts: 0 };
		return (cut?.requests ?? []).map((one) => ({
			request: one,
			of,
			belongs: belongs ?? cut?.belongs,
		}));
	}
}

/** Requested, or seen in the first page. */
function isDescending({ qs }: IHttpRequestOptions, entries: unknown[]): boolean {
	if (qs?.sortOrder) return String(qs.sortOrder).startsWith('desc');
	const times = entries.map(publishedAt).filter((time) => !Number.isNaN(time));
	return times.length > 1 && times[0] > times[times.length - 1];
}

function sorted(entries: unknown[], descending: boolean): unknown[] {
	const direction = descending ? -1 : 1;
	return entries.sort((one, other) => direction * (publishedAt(one) - publishedAt(other)) || 0);
}

function publishedAt(entry: unknown): number {
	return isObject(entry) ? Date.parse(String(entry.published)) : NaN;
}

function withCount(request: IHttpRequestOptions, count: number): IHttpRequestOptions {
	return { ...request, qs: { ...request.qs, count } };
}

/**
 * Of the link to the next page only the position is taken: the token goes along with every
 * request, and behind a proxy the host of the link may not be the one in the credential.
 */
function nextPage(request: IHttpRequestOptions, page: Collection): IHttpRequestOptions | undefined {
	if (page.entries.length === 0) return undefined;
	// `itemsPerPage` may repeat what was asked for, where the server makes the pages smaller.
	const own = startOf(request) + page.entries.length;
	if (page.next === undefined) {
		return own < (page.total ?? 0) ? at(request, own) : undefined;
	}
	const linked = queryOf(page.next);
	const start = Number(linked.get('startIndex') ?? own);
	// A link back would be followed forever.
	if (!(start > startOf(request))) return undefined;
	return at(request, start, linked.get('count'));
}

function at(
	request: IHttpRequestOptions,
	startIndex: number,
	count?: string | null,
): IHttpRequestOptions {
	const qs = { ...request.qs, startIndex };
	return { ...request, qs: Number(count) >= 1 ? { ...qs, count: Number(count) } : qs };
}

function queryOf(link: string): URLSearchParams {
	return new URLSearchParams(link.split('#')[0].split('?').slice(1).join('?'));
}

function startOf({ qs }: IHttpRequestOptions): number {
	return Number(qs?.startIndex ?? 0);
}

/** The parts of a period cannot have much more than the whole; then the dates have no effect. */
function ignoresPeriod(of: NonNullable<Part['of']>, total = 0): boolean {
	of.inParts += total;
	return of.total !== undefined && of.inParts > of.total * 1.5;
}

function noPeriods(): Failure {
	return {
		message: 'VoipNow has more call records than it can list, and does not filter them by date',
		description: 'Set a Limit, or a shorter period in Filters.',
		effect: 'none',
	};
}
