import type { IDataObject } from 'n8n-workflow';

import type { View } from '../../shared/description/simplify';
import { bulkView, clickView, smsView } from '../fields/views';
import { FAILED } from '../resources/sms/codes';

/** A list, newest first. */
export interface FeedList {
	path: string;
	/** @param from unix seconds from which on entries are wanted; nothing at the first poll */
	query(from: number | undefined): IDataObject;
	/** The field by which the list is sorted. */
	sortedBy: string;
}

/** Where the entries of an event come from. */
export interface Feed {
	/**
	 * Together they have every entry whose time is not before `from`. Those where `lateness` is
	 * `now` ask for `from`; the others are read until they become older. Received messages have no
	 * filter for times (docs/api/lox24.md, "GET /incomings").
	 */
	lists: FeedList[];
	/** The fields of which the latest is the entry's time. */
	times: string[];
	/** Whether the event has happened to this entry. */
	isDue(entry: IDataObject): boolean;
	/** The entry's state, if it can change: each state is returned once. */
	outcomeOf?(entry: IDataObject): string;
	/**
	 * What limits how late an entry may show up: the newest entry, where entries appear once and
	 * for all, or the service's present, where old entries become due.
	 */
	lateness: 'newest' | 'now';
	view?: View;
	/** The fields with phone numbers. */
	numbers: string[];
}

/** No report comes after these (docs/api/lox24.md, "Delivery report codes"). */
const DELIVERED = 1;
const FINAL_REPORTS = [DELIVERED, 8, 16];
const OTHER_REPORTS = [0, 2, 4];
const FINISHED = [10, 15, 20, 201];

/** For each meaningful code, its final values. */
type Codes = Record<string, number[]>;

/** LOX24 does not say when a report came, so everything that can still get one is watched. */
function statusFeed(
	path: string,
	...selections: Codes[]
): Pick<Feed, 'lists' | 'times' | 'isDue' | 'lateness'> {
	return {
		lists: selections.flatMap((codes) => listsOf(path, codes)),
		times: ['created_at', 'delivery_at'],
		isDue: (entry) =>
			selections.some((codes) =>
				Object.entries(codes).every(([code, values]) => values.includes(Number(entry[code]))),
			),
		lateness: 'now',
	};
}

function listsOf(path: string, codes: Codes): FeedList[] {
	const values = Object.entries(codes).map(([code, wanted]) => [`${code}[]`, wanted]);
	const query = {
		...(Object.fromEntries(values) as IDataObject),
		'_order[created_at]': 'desc',
	};
	const sortedBy = 'created_at';
	return [
		{
			path,
			sortedBy,
			query: (from) => ({ ...query, ...(from === undefined ? {} : { 'created_at[gte]': from }) }),
		},
		// Created long ago, to be sent later.
		{
			path,
			sortedBy,
			query: (from = 0) => ({ ...query, 'created_at[lt]': from, 'delivery_at[gte]': from }),
		},
	];
}

export type EventName = 'smsReceived' | 'deliveryReport' | 'bulkFinished' | 'shortLinkClicked';

export const feeds: Record<EventName, Feed> = {
	smsReceived: {
		lists: [
			{
				path: '/incomings',
				sortedBy: 'received_at',
				query: () => ({ '_order[received_at]': 'desc' }),
			},
		],
		times: ['received_at'],
		isDue: () => true,
		lateness: 'newest',
		numbers: ['from', 'to'],
	},
	deliveryReport: {
		...statusFeed(
			'/sms',
			{ dlr_code: FINAL_REPORTS },
			// Failed before it was sent. No message is on both lists, so their totals can be added.
			{ dlr_code: OTHER_REPORTS, status_code: FAILED },
		),
		// A message that failed for lack of credit may still be sent.
		outcomeOf: ({ dlr_code: code }) => (Number(code) === DELIVERED ? 'delivered' : 'failed'),
		view: smsView,
		numbers: ['phone'],
	},
	bulkFinished: {
		...statusFeed('/bulks', { status_code: FINISHED }),
		view: bulkView,
		numbers: [],
	},
	shortLinkClicked: { ...clicks('/short_link_requests'), view: clickView, numbers: [] },
};

/** The clicks on the links of one campaign. */
export const campaignClicks: Feed = {
	...feeds.shortLinkClicked,
	...clicks('/short_link_campaigns/{campaignCode}/requests'),
};

function clicks(path: string): Pick<Feed, 'lists' | 'times' | 'isDue' | 'lateness'> {
	return {
		lists: [
			{
				path,
				sortedBy: 'date',
				query: () => ({ '_order[date]': 'desc' }),
			},
		],
		times: ['date'],
		isDue: () => true,
		lateness: 'newest',
	};
}

/** @returns unix seconds; nothing when it has no time */
export function timeOf({ times }: Feed, entry: IDataObject): number | undefined {
	const latest = Math.max(...times.map((field) => secondsOf(entry[field])));
	return latest > 0 ? latest : undefined;
}

/** Unix seconds, as almost everywhere, or a text with the date (docs/api/lox24.md, "Connection and authentication"). */
export function secondsOf(value: unknown): number {
	const isText = typeof value === 'string' && !/^\d+$/.test(value);
	const seconds = isText ? Math.floor(Date.parse(value) / 1000) : Number(value ?? 0);
	return Number.isFinite(seconds) ? seconds : 0;
}

/** The same whichever form of JSON LOX24 answers with. */
export function idOf({ outcomeOf }: Feed, entry: IDataObject): string | undefined {
	const { uuid, id, '@id': iri } = entry;
	const given = uuid ?? id ?? iri;
	if (given === undefined || given === null) return undefined;
	return outcomeOf ? `${String(given)} ${outcomeOf(entry)}` : String(given);
}
