import type { IDataObject } from 'n8n-workflow';

import type { Failure } from '../../shared/response/failure';
import { isObject } from '../../shared/response/response';
import { noList } from '../api/readList';
import { Cursor, type ReadPage } from './cursor';
import { type Feed, type FeedList, idOf, secondsOf, timeOf } from './feed';
import { tooSlow, wrongOrder } from './failures';
import { Remembered, SPAN, spanOf } from './remembered';
import type { Resume, State } from './state';

export interface Found {
	id: string;
	seconds: number;
	entry: IDataObject;
}

/** Result of a poll, not yet returned. */
export interface Swept {
	/** Entries that are due and not before `from`, in the order of the lists. */
	found: Found[];
	from: number;
	/** The service's present. */
	now?: number;
	newest?: number;
	/** Everything from `from` on was read, or is known to be unchanged. */
	isComplete: boolean;
	/** Everything from `from` on was read. */
	isFull: boolean;
	/** How many entries the lists have, when they say so. */
	listed?: number;
	resume?: Resume;
	/** Why it ended early. */
	failure?: Failure;
}

export interface SweepOptions {
	feed: Feed;
	/** Nothing at the first poll. */
	state?: State;
	/** Seconds an entry may be late. */
	window: number;
	read: ReadPage;
	/** Whether to stop after this many pages. */
	isTimeUp(pages: number): boolean;
	/** The first poll stops at this many. */
	enough: number;
}

/** Seconds after which all pages are read again even if no total indicates anything new. */
const CHECK_AGAIN = 900;

/** Reads, newest first, what may be new. */
export async function sweep(options: SweepOptions): Promise<Swept> {
	return await new Sweep(options).run();
}

class Sweep {
	private readonly found = new Map<string, Found>();

	private readonly remembered: Remembered;

	private readonly cursors: Cursor[] = [];

	private from?: number;

	private now?: number;

	private newest?: number;

	/** How many were read. */
	private pages = 0;

	/** Entries not remembered yet. */
	private fresh = 0;

	/** Whether the last page had some. */
	private hasFreshPage = false;

	private isComplete = true;

	private failure?: Failure;

	private resume?: Resume;

	private isUnchanged = false;

	constructor(private readonly options: SweepOptions) {
		this.from = options.state?.from;
		this.remembered = new Remembered(options.state?.seen);
	}

	async run(): Promise<Swept> {
		const { feed, state } = this.options;
		for (const [index, list] of feed.lists.entries()) {
			const cursor = new Cursor(index, list, this.from);
			this.cursors.push(cursor);
			await this.readPage(cursor);
			// The first poll needs one list to know what to ask of the next.
			if (!state) await this.readRest(cursor);
			if (this.failure) return this.result();
		}
		for (const cursor of this.cursors) await this.readRest(cursor);
		return this.result();
	}

	private result(): Swept {
		const { from = 0, isComplete, failure, resume, isUnchanged } = this;
		const isWhole = isComplete && !failure;
		return {
			found: [...this.found.values()].filter(({ seconds }) => seconds >= from),
			from,
			now: this.now,
			newest: this.options.state?.resume?.newest ?? this.newest,
			isComplete: isWhole,
			listed: this.listed,
			isFull: isWhole && !isUnchanged && !this.cursors.some(({ hasJumped }) => hasJumped),
			resume: resume ?? (failure && this.options.state?.resume),
			failure,
		};
	}

	private async readRest(cursor: Cursor): Promise<void> {
		const { state, isTimeUp, enough } = this.options;
		while (!cursor.isOver && !this.failure && !this.resume) {
			this.isUnchanged = this.nothingIsMissing();
			if (this.isUnchanged) return;
			const isTimeOver = isTimeUp(this.pages);
			const isEnough = cursor.index === 0 && this.found.size >= enough;
			if (!state && (isTimeOver || isEnough)) return this.cut(cursor);
			if (isTimeOver) return this.interrupt(cursor);
			await this.readPage(cursor);
			if (this.failure && state) this.interrupt(cursor);
		}
	}

	private async readPage(cursor: Cursor): Promise<void> {
		const { list, page, query } = cursor;
		const { feed, read, state } = this.options;
		this.pages++;
		const given = await read(list.path, query, page);
		if ('failure' in given) {
			this.failure = given.failure;
			return;
		}
		this.now ??= given.now;
		const entries = given.entries.filter(isObject);
		this.from ??= this.firstFrom(entries);
		const isShorter = given.total !== undefined && given.total < (cursor.total ?? 0);
		const hasFresh = this.keep(entries, list, cursor);
		if (entries.length === 0 && given.entries.length > 0) this.failure = noList();
		if (isOldestFirst(entries, list) && !cursor.isLast(given)) this.failure = wrongOrder();
		if (this.failure) return;
		cursor.total = given.total;
		if (isShorter) return this.readAgain(cursor);
		// Also where a service ignores the filter for times.
		const isOld = entries.every((entry) => (timeOf(feed, entry) ?? 0) < this.from!);
		if (isOld || cursor.isLast(given)) cursor.isOver = true;
		else cursor.goOn(given, hasFresh ? undefined : state?.resume);
	}

	/** @returns whether something of it is not remembered */
	private keep(entries: IDataObject[], list: FeedList, cursor: Cursor): boolean {
		const { feed } = this.options;
		const before = this.fresh;
		let isUsable = entries.length === 0;
		for (const entry of entries) {
			const id = idOf(feed, entry);
			const seconds = timeOf(feed, entry);
			if (id === undefined || seconds === undefined) continue;
			isUsable = true;
			cursor.oldest = secondsOf(entry[list.sortedBy]);
			// A time ahead of the service's clock must not hide later entries.
			const certain = Math.min(seconds, this.now ?? seconds);
			this.newest = Math.max(this.newest ?? 0, certain);
			if (!feed.isDue(entry) || seconds < this.from! || this.found.has(id)) continue;
			this.found.set(id, { id, seconds, entry });
			if (!this.remembered.has(id)) this.fresh++;
		}
		if (!isUsable) this.failure = noList();
		this.hasFreshPage = this.fresh > before;
		return this.hasFreshPage;
	}

	/** From when on entries are of interest, as the first page shows it. */
	private firstFrom(entries: IDataObject[]): number {
		const { feed, window } = this.options;
		const { sortedBy } = feed.lists[0];
		const newest = Math.max(0, ...entries.map((entry) => secondsOf(entry[sortedBy])));
		const present = this.now ?? newest;
		const start = feed.lateness === 'now' ? present : Math.min(newest || present, present);
		return Math.max(0, spanOf(start - window));
	}

	/** Entries that were deleted meanwhile may have moved others to pages that were read already. */
	private readAgain(cursor: Cursor): void {
		if (cursor.startAgain()) return;
		cursor.isOver = true;
		this.isComplete = false;
	}

	/**
	 * Whether the lists have as many entries as are known. Entries that were deleted since let that
	 * be wrong, so from time to time all is read.
	 */
	private nothingIsMissing(): boolean {
		const { feed, state } = this.options;
		const { now, listed } = this;
		if (!state || state.resume || listed === undefined) return false;
		const { checkedAt = Infinity, gone = 0 } = state;
		if (now === undefined || now < checkedAt || now - checkedAt >= CHECK_AGAIN) return false;
		if (feed.lateness === 'now') {
			const known = this.remembered.countFrom(state.from) - gone + this.fresh;
			return !this.hasFreshPage && listed <= known;
		}
		// Anything new moves `from` on, so what is not read now would be lost.
		return this.fresh === 0 && state.listed !== undefined && listed <= state.listed;
	}

	/** How many entries the lists have, when they say so. */
	private get listed(): number | undefined {
		const totals = this.cursors.map(({ total }) => total ?? NaN);
		const sum = totals.reduce((all, total) => all + total, 0);
		return Number.isNaN(sum) ? undefined : sum;
	}

	/** What the first poll did not reach is ignored later, too. */
	private cut(cursor: Cursor): void {
		cursor.isOver = true;
		if (cursor.index > 0) {
			this.failure = tooSlow();
			return;
		}
		this.from = Math.max(this.from!, spanOf(cursor.oldest ?? 0) + SPAN);
	}

	private interrupt(cursor: Cursor): void {
		const { state } = this.options;
		this.isComplete = false;
		this.resume = {
			list: cursor.index,
			page: cursor.page,
			total: cursor.total,
			newest: state?.resume?.newest ?? this.newest,
		};
	}
}

/** New entries would be on the last page, which is never read. Times a little apart may be mixed. */
function isOldestFirst(entries: IDataObject[], { sortedBy }: FeedList): boolean {
	const [first, last] = [entries[0], entries.at(-1)].map((entry) => secondsOf(entry?.[sortedBy]));
	return first > 0 && first + SPAN < last;
}
