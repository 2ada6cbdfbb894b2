'use strict';

/** Filters that ask for a part of the value, in any case. */
const TEXT_FIELDS = new Set([
	...['text', 'phone', 'sender_id', 'ip', 'from', 'to', 'name', 'url'],
	...['user_agent', 'referer', 'browser', 'browser_version', 'os', 'os_version'],
	...['software_type', 'hardware_type'],
	...['request_phone.phone', 'request_email.email', 'request_ip.ip'],
]);
const BOOLEAN_FIELDS = new Set(['is_sent', 'is_unicode', 'is_dryrun']);
/** Filter names that differ from the field they look at. */
const FIELD_OF = { bulk: 'bulk_id', paymentType: 'payment_type' };

const RANGES = {
	gt: (value, bound) => value > bound,
	gte: (value, bound) => value >= bound,
	lt: (value, bound) => value < bound,
	lte: (value, bound) => value <= bound,
};

/**
 * Applies the query of a list or of a batch operation. Filters combine with AND.
 * @param {Iterable<object>} items
 * @param {Record<string, any>} query wire names, numbers as numbers
 * @param {{ newestBy?: string, parts?: string[] }} [more] field that tells the age; fields of which a part is
 *   enough here, although other lists want the whole value
 * @returns {object[]} the items that match, ordered as asked for, newest first by default
 */
function select(items, query, { newestBy = 'created_at', parts = [] } = {}) {
	const conditions = [];
	const orders = [];
	for (const [name, value] of Object.entries(query)) {
		const order = /^_order\[(\w+)\]$/.exec(name);
		if (order) orders.push([order[1], value]);
		else if (name !== 'page') conditions.push(conditionOf(name, value, parts));
	}
	const found = [];
	for (const item of items) if (conditions.every((fits) => fits(item))) found.push(item);
	return found.sort(comparison(orders.length > 0 ? orders : [[newestBy, 'desc']]));
}

function conditionOf(name, value, parts) {
	const [, base, operator] = /^([\w.]+?)(?:\[(\w*)\])?$/.exec(name);
	if (base === 'exists') return (item) => isThere(item, operator) === isYes(value);
	const field = FIELD_OF[base] ?? base;
	if (operator === '' && TEXT_FIELDS.has(field)) {
		// An empty part would be in every value.
		const any = value.filter(Boolean).map((part) => conditionOf(base, part, parts));
		return (item) => any.some((fits) => fits(item));
	}
	if (operator === '') {
		const wanted = new Set(value.map(String));
		return (item) => wanted.has(String(item[field]));
	}
	if (operator === 'between') {
		const [from, to] = value.split('..').map(Number);
		return (item) => item[field] !== null && item[field] >= from && item[field] <= to;
	}
	if (operator) {
		const bound = Number(value);
		return (item) => item[field] !== null && RANGES[operator](item[field], bound);
	}
	if (BOOLEAN_FIELDS.has(field)) return (item) => item[field] === isYes(value);
	if (TEXT_FIELDS.has(field) || parts.includes(field)) {
		const part = value.toLowerCase();
		return (item) =>
			String(valueAt(item, field) ?? '')
				.toLowerCase()
				.includes(part);
	}
	return (item) => String(item[field]) === String(value);
}

/** 0 means "not yet" if a time cannot be null. */
function isThere(item, field) {
	return item[field] !== null && !(field.endsWith('_at') && item[field] === 0);
}

const isYes = (value) => value === '1' || value === 'true';

/** `request_phone.phone` looks into the object. */
function valueAt(item, field) {
	return field.split('.').reduce((part, key) => part?.[key], item);
}

function comparison(orders) {
	return (a, b) => {
		for (const [field, direction] of orders) {
			const difference = (a[field] ?? 0) - (b[field] ?? 0);
			if (difference !== 0) return direction === 'desc' ? -difference : difference;
		}
		return 0;
	};
}

/**
 * Lists for filters that ask for a part. None is documented, but PHP reads them, and a filter left out of a
 * batch operation would meet everything.
 * @param {{ parameters: object[] }} operation
 * @param {Record<string, string|string[]>} query
 * @returns {Record<string, string[]>} `text[]` and the like, as far as the operation knows `text`
 */
function listsOfParts({ parameters }, query) {
	const bases = parameters.filter((p) => p.in === 'query' && TEXT_FIELDS.has(p.name));
	const names = bases.map(({ name }) => `${name}[]`).filter((name) => name in query);
	return Object.fromEntries(names.map((name) => [name, [query[name]].flat()]));
}

module.exports = { select, listsOfParts };
