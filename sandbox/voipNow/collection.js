'use strict';

const { Failure } = require('./failure');

/** Documented limit of startIndex. */
const LARGEST_START = 5000;

const COMPARISONS = {
	contains: (value, wanted) => value.includes(wanted),
	equals: (value, wanted) => value === wanted,
	greaterThan: (value, wanted) => value > wanted,
	lessThan: (value, wanted) => value < wanted,
	// How the values come is not documented; commas are our reading.
	inArray: (value, wanted) => wanted.split(',').includes(value),
	present: (value) => value !== '',
	startsWith: (value, wanted) => value.startsWith(wanted),
};

/**
 * Filters, sorts and pages a list as the standard list parameters ask.
 * @param {object[]} entries in wire form
 * @param {object} call with query, settings, baseUrl, path and rawQuery
 * @param {{ sortField: string, fields: string[], viewFields?: string[], showEmpty?: boolean }} kind the field the
 *   service sorts by, all fields of an entry, for calls those of a view, and whether nothing is an empty list
 * @returns {object} status 200 with a collection, or 204 when nothing matches
 */
function collectionOf(entries, call, { sortField, fields, viewFields = [], showEmpty = false }) {
	const { filterBy, filterOp = 'equals', filterValue, sortOrder } = call.query;
	if (filterBy && filterValue === undefined && filterOp !== 'present')
		throw new Failure('filtervalue_invalid');
	const matching = filterBy
		? entries.filter((entry) => COMPARISONS[filterOp](String(entry[filterBy] ?? ''), filterValue))
		: [...entries];
	const direction = sortOrder?.startsWith('desc') ? -1 : 1;
	matching.sort((a, b) => direction * String(a[sortField]).localeCompare(String(b[sortField])));
	const page = pageOf(matching, call);
	const shown = page.entries.map((entry) => chosenFields(entry, call, { fields, viewFields }));
	if (matching.length === 0 && !showEmpty) return { status: 204 };
	return {
		status: 200,
		body: {
			entry: shown,
			...page.numbers,
			filtered: filterBy !== undefined,
			sorted: sortOrder !== undefined,
			paging: page.paging,
		},
	};
}

/**
 * @template T
 * @param {T[]} matching all of them, sorted
 * @param {object} call with query, settings, baseUrl, path and rawQuery
 * @returns {{ entries: T[], numbers: object, paging: { next?: string, prev?: string } }}
 * @throws {Failure} count_invalid for a page that starts too late
 */
function pageOf(matching, { query, settings, baseUrl, path, rawQuery }) {
	const { count = 20, startIndex = 0 } = query;
	const isLimited = settings.voipNowDeepPaging !== 'allowed';
	// No code is documented for a wrong start.
	if (isLimited && startIndex > LARGEST_START) throw new Failure('count_invalid');
	const host = settings.voipNowPagingHost === 'other' ? 'https://voipnow.internal' : baseUrl;
	const link = (start) => {
		const parameters = new URLSearchParams(rawQuery);
		parameters.delete('accessRequestToken');
		parameters.set('startIndex', String(start));
		parameters.set('count', String(count));
		return `${host}${path}?${parameters}`;
	};
	const next = startIndex + count;
	const hasNext =
		next < matching.length && (settings.voipNowDeepPaging !== 'noNext' || next <= LARGEST_START);
	return {
		entries: matching.slice(startIndex, next),
		numbers: { startIndex, totalResults: matching.length, itemsPerPage: count },
		paging: {
			...(hasNext && { next: link(next) }),
			...(startIndex > 0 && { prev: link(Math.max(0, startIndex - count)) }),
		},
	};
}

/**
 * The fields that were asked for. All tests of the vendor ask for names of a call's legs as well, so those are
 * not refused; whether they have an effect is not known.
 * @param {object} entry in wire form
 * @param {object} context with query and settings
 * @param {{ fields: string[], viewFields?: string[] }} kind all fields of an entry, and those of a call's views
 * @throws {Failure} fields_invalid
 */
function chosenFields(entry, { query, settings }, { fields, viewFields = [] }) {
	const names = query.fields?.split(',');
	if (!names) return entry;
	if (names.some((name) => !fields.includes(name) && !viewFields.includes(name)))
		throw new Failure('fields_invalid');
	const chosen = part(entry, names);
	const isOfViews = names.some((name) => !fields.includes(name));
	if (!isOfViews || chosen.phoneCallView || settings.voipNowLegFields === 'ignored') return chosen;
	return { ...chosen, phoneCallView: entry.phoneCallView?.map((view) => part(view, names)) };
}

function part(entry, names) {
	return Object.fromEntries(
		names.filter((name) => name in entry).map((name) => [name, entry[name]]),
	);
}

module.exports = { chosenFields, collectionOf, pageOf };
