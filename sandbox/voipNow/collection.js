'use strict';

const { Failure } = require('./failure');

const COMPARISONS = {
	contains: (value, wanted) => value.includes(wanted),
	equals: (value, wanted) => value === wanted,
	greaterThan: (value, wanted) => value > wanted,
	lessThan: (value, wanted) => value < wanted,
	inArray: (value, wanted) => wanted.split(',').includes(value),
	present: (value) => value !== '',
	startsWith: (value, wanted) => value.startsWith(wanted),
};

/**
 * Filters, sorts and pages a list as the standard list parameters ask.
 * @param {object[]} entries in wire form
 * @param {object} call with query, baseUrl, path and rawQuery
 * @param {string} sortField the field the service sorts by
 * @returns {object} status 200 with a collection, or 204 when nothing matches
 */
function collectionOf(entries, { query, baseUrl, path, rawQuery }, sortField) {
	const {
		count = 20,
		startIndex = 0,
		filterBy,
		filterOp = 'equals',
		filterValue,
		sortOrder,
		fields,
	} = query;
	if (filterBy && filterValue === undefined && filterOp !== 'present')
		throw new Failure('filtervalue_invalid');
	const matching = filterBy
		? entries.filter((entry) => COMPARISONS[filterOp](String(entry[filterBy] ?? ''), filterValue))
		: [...entries];
	const direction = sortOrder?.startsWith('desc') ? -1 : 1;
	matching.sort((a, b) => direction * String(a[sortField]).localeCompare(String(b[sortField])));
	if (matching.length === 0) return { status: 204 };

	const names = fields?.split(',');
	const shown = matching.slice(startIndex, startIndex + count);
	const link = (start) => {
		const parameters = new URLSearchParams(rawQuery);
		parameters.delete('accessRequestToken');
		parameters.set('startIndex', String(start));
		parameters.set('count', String(count));
		return `${baseUrl}${path}?${parameters}`;
	};
	return {
		status: 200,
		body: {
			entry: names ? shown.map((entry) => pick(entry, names)) : shown,
			startIndex,
			totalResults: matching.length,
			itemsPerPage: count,
			filtered: filterBy !== undefined,
			sorted: sortOrder !== undefined,
			paging: {
				...(startIndex + count < matching.length && { next: link(startIndex + count) }),
				...(startIndex > 0 && { prev: link(Math.max(0, startIndex - count)) }),
			},
		},
	};
}

function pick(entry, names) {
	return Object.fromEntries(
		names.filter((name) => name in entry).map((name) => [name, entry[name]]),
	);
}

module.exports = { collectionOf };
