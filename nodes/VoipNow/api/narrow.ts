import type { IDataObject, IHttpRequestOptions } from 'n8n-workflow';
import { tryToParseDateTime } from 'n8n-workflow';

import { isObject } from '../../shared/response/response';

/** The form of all dates in a query (docs/api/voipnow.md, "Data types"). */
export const DATE_FORMAT = "yyyy-MM-dd'T'HH:mm:ss";

const SECOND = 1000;

/** More than the difference between any two time zones. */
const ANY_ZONE = 26 * 3600 * SECOND;

/** Periods shorter than this are not split. */
const SHORTEST = 4 * SECOND;

/** Maximum of parts per split; each can be split again. */
const MOST_PARTS = 50;

/** The parts of a list, oldest first. */
export interface Cut {
	requests: IHttpRequestOptions[];
	/** Drops entries outside the whole list; undefined keeps all. */
	belongs?: (entry: unknown) => boolean;
}

/**
 * Cuts the period of a list of call records into shorter ones, because nothing beyond index 5000
 * can be asked for (docs/api/voipnow.md, "Collections and pages").
 *
 * Neighbours share one second: whether an end belongs to its period is not documented, so this
 * way no record is missing, and the one that comes twice is recognised by its ID.
 *
 * @param request for all of the period
 * @param total how many records it has, if known
 * @param timezone of the workflow
 * @returns nothing when the list cannot be cut (any further)
 */
export function cutPeriod(
	request: IHttpRequestOptions,
	total: number | undefined,
	pageSize: number,
	timezone: string,
): Cut | undefined {
	if (!isCallReports(request)) return undefined;
	const query = (request.qs ?? {}) as IDataObject;
	const { from, to, begin, end, belongs } = periodOf(query, timezone);
	const length = end - begin;
	if (!(length >= SHORTEST)) return undefined;

	const parts = Math.min(
		Math.max(Math.ceil((total ?? 0) / pageSize), 2),
		Math.floor(length / (2 * SECOND)),
		MOST_PARTS,
	);
	const cuts = Array.from({ length: parts }, (_, index) => {
		return begin + Math.floor((length * index) / parts / SECOND) * SECOND;
	});
	const requests = cuts.map((cut, index) => {
		const last = index + 1 < parts ? cuts[index + 1] + SECOND : end;
		return { ...request, qs: { ...query, [from]: toText(cut), [to]: toText(last) } };
	});
	return { requests, belongs };
}

/** Only call reports have dates and grow beyond what can be listed. */
export function isCallReports({ url }: IHttpRequestOptions): boolean {
	return /^\/cdr(\/|$)/.test(url);
}

/** The period of a list in milliseconds of some zone, and its parameters. */
function periodOf(query: IDataObject, timezone: string) {
	const latest = clockOf(Date.now() + ANY_ZONE);
	const given = (from: string, to: string) => ({
		from,
		to,
		begin: toMillis(query[from]),
		end: query[to] === undefined ? latest : toMillis(query[to]),
		belongs: undefined,
	});
	if (query.startDate !== undefined) return given('startDate', 'endDate');
	if (query.saveStartDate !== undefined) return given('saveStartDate', 'saveEndDate');
	return currentMonth(timezone, latest);
}

/**
 * Without dates VoipNow gives the calls of the current month. The dates of answering leave out
 * calls that nobody answered, so these go by the dates of storing, and begin a day early: VoipNow
 * reads them by its own clock.
 */
function currentMonth(timezone: string, latest: number) {
	const month = tryToParseDateTime(new Date(), timezone).startOf('month').toMillis();
	return {
		from: 'saveStartDate',
		to: 'saveEndDate',
		begin: clockOf(month - ANY_ZONE),
		end: latest,
		belongs(entry: unknown): boolean {
			const time = isObject(entry) ? Date.parse(String(answeredAt(entry) ?? entry.published)) : NaN;
			return Number.isNaN(time) || time >= month;
		},
	};
}

/** It may be in a leg only (docs/api/voipnow.md, "Call reports"). */
function answeredAt({ answered, phoneCallView }: IDataObject): unknown {
	const legs = [phoneCallView].flat().filter(isObject);
	return answered ?? legs.find((leg) => leg.answered !== undefined)?.answered;
}

/** Only lengths matter, so all dates are read as UTC. */
function toMillis(text: unknown): number {
	return Date.parse(`${String(text)}Z`);
}

function clockOf(time: number): number {
	return Math.floor(time / SECOND) * SECOND;
}

function toText(millis: number): string {
	return new Date(millis).toISOString().slice(0, 19);
}
