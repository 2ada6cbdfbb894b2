'use strict';

const TEXT_FIELDS = new Set(['text', 'phone', 'sender_id', 'ip']);
const BOOLEAN_FIELDS = new Set(['is_sent', 'is_unicode']);
/** Filter names that differ from the field they look at. */
const FIELD_OF = { bulk: 'bulk_id' };

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
 * @returns {object[]} the items that match, ordered as asked for, newest first by default
 */
function select(items, query) {
	const conditions = [];
	const orders = [];
	for (const [name, value] of Object.entries(query)) {
		const order = /^_order\[(\w+)\]$/.exec(name);
		if (order) orders.push([order[1], value]);
		else if (name !== 'page') conditions.push(conditionOf(name, value));
	}
	const found = [];
	for (const item of items) if (conditions.every((fits) => fits(item))) found.push(item);
	return found.sort(comparison(orders.length > 0 ? orders : [['created_at', 'desc']]));
}

function conditionOf(name, value) {
	const [, base, operator] = /^(\w+?)(?:\[(\w*)\])?$/.exec(name);
	const field = FIELD_OF[base] ?? base;
	if (operator === '') {
		const wanted = new Set(value.map(String));
		return (item) => wanted.has(String(item[field]));
	}
	if (operator === 'between') {
		const [from, to] = value.split('..').map(Number);
		return (item) => item[field] !== null && item[field] >= from && item[field] <= to;
	}
	if (operator) return (item) => item[field] !== null && RANGES[operator](item[field], value);
	if (BOOLEAN_FIELDS.has(field)) {
		const wanted = value === '1' || value === 'true';
		return (item) => Boolean(item[field]) === wanted;
	}
	if (TEXT_FIELDS.has(field)) {
		const part = value.toLowerCase();
		return (item) =>
			String(item[field] ?? '')
				.toLowerCase()
				.includes(part);
	}
	return (item) => String(item[field]) === String(value);
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

module.exports = { select };
