import type { IDataObject } from 'n8n-workflow';

import type { Failure } from '../../shared/response/failure';
import { isSamePage } from '../../shared/send/list';
import type { Page } from '../api/readList';
import type { FeedList } from './feed';
import type { Resume } from './state';

/** A page, with the service's time in unix seconds if the response has it. */
export type PageOf = (Page & { now?: number }) | { failure: Failure };

/** Reads one page of a list, counted from 1. */
export type ReadPage = (path: string, query: IDataObject, page: number) => Promise<PageOf>;

/** How often to read a list that gets shorter meanwhile, so that entries change pages. */
const MOST_PASSES = 3;

/** Position in one list. */
export class Cursor {
	page = 1;

	isOver = false;

	/** Pages that an earlier poll read are skipped. */
	hasJumped = false;

	total?: number;

	/** By the order of the list, of the last entry that was read. */
	oldest?: number;

	readonly query: IDataObject;

	private passes = 1;

	/** Entries on the pages before this one. */
	private passed = 0;

	private before: unknown[] = [];

	constructor(
		readonly index: number,
		readonly list: FeedList,
		from: number | undefined,
	) {
		this.query = list.query(from);
	}

	/**
	 * A page that repeats the one before ends the list, because some lists ignore `page`. Where the
	 * link to the next page and the total do not agree, there may be more.
	 */
	isLast({ entries, hasNext, total }: Page): boolean {
		if (entries.length === 0 || isSamePage(entries, this.before)) return true;
		const isShort = total !== undefined && this.passed + entries.length < total;
		const isUnknown = hasNext === undefined && total === undefined;
		return !(hasNext || isShort || isUnknown);
	}

	/**
	 * To the next page.
	 *
	 * @param resume where an earlier poll stopped, once there is nothing new before that
	 */
	goOn({ entries, total }: Page, resume: Resume | undefined): void {
		this.before = entries;
		this.passed += entries.length;
		this.page++;
		if (!resume || this.hasJumped || this.index > resume.list) return;
		if (this.index < resume.list) this.isOver = true;
		else this.jumpTo(Math.max(this.page, pageOf(resume, total, entries.length)), entries.length);
		this.hasJumped = true;
	}

	/** @returns whether it may be read once more */
	startAgain(): boolean {
		this.jumpTo(1, 0);
		this.before = [];
		return this.passes++ < MOST_PASSES;
	}

	private jumpTo(page: number, size: number): void {
		this.page = page;
		this.passed = (page - 1) * size;
	}
}

/**
 * Where it stopped, and as much earlier as the list has become shorter; a page earlier where it
 * does not say how long it is.
 */
function pageOf(resume: Resume, total: number | undefined, size: number): number {
	if (total === undefined || resume.total === undefined) return resume.page - 1;
	const missing = Math.max(0, resume.total - total);
	return resume.page - Math.ceil(missing / size);
}
