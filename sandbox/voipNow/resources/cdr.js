'use strict';

const { wireRecord } = require('../callRecord');
const { chosenFields, pageOf } = require('../collection');
const { ME, partyOf } = require('../extension');
const { Failure } = require('../failure');

const FIELDS = {
	fields: [
		...['id', 'nonce', 'extension', 'ownerId', 'ownerName', 'published', 'answered'],
		...['phoneCallView', 'links'],
	],
	viewFields: [
		...['id', 'extension', 'source', 'destination', 'flow', 'disposition', 'duration'],
		...['answered', 'callerId'],
	],
};
/** Names of the counters in the totals, by disposition. */
const COUNTERS = ['answered', 'busy', 'failed', 'unanswered', 'unknown', 'unallowed'];
const OUTGOING = 4;

/** Handlers of the call history. */
const cdr = {
	'cdr.list': list,
	'cdr.listOfUser': list,
	'cdr.stats': (context) => {
		const totals = totalsOf(recordsOf(context), context);
		return {
			status: 200,
			body: context.settings.voipNowStats === 'array' ? totals : { phoneCallStat: totals },
		};
	},
};

function list(context) {
	const { query, settings } = context;
	const found = filtered(recordsOf(context), context);
	const direction = query.sortOrder?.startsWith('desc') ? -1 : 1;
	found.sort((a, b) => direction * (a.published - b.published));
	if (found.length === 0 && settings.voipNowEmptyCdr === 'none') return { status: 204 };
	const { entries, numbers, paging } = pageOf(found, context);
	chosenFields({}, context, FIELDS);
	const shown = entries.map((record) => [
		record.id,
		chosenFields(wireRecord(context, record), context, FIELDS),
	]);
	// An empty array of PHP has no keys to show that it is an object.
	const isEmptyArray = shown.length === 0 && settings.voipNowEmptyCdr === 'array';
	return {
		status: 200,
		body: {
			entry: isEmptyArray ? [] : Object.fromEntries(shown),
			...numbers,
			filtered: true,
			sorted: true,
			phoneCallStat: totalsOf(found, context),
			paging,
		},
	};
}

/** Records of the account, in the range, with the numbers, disposition and flow that were asked for. */
function recordsOf(context) {
	const { state, params, query } = context;
	const account = state.users.get(params.userId ?? ME);
	if (!account) throw new Failure('user_invalid');
	const isSeen = {
		user: ({ userId }) => userId === account.id,
		organization: ({ ownerId }) => ownerId === account.id,
		administrator: () => true,
	}[account.kind];
	const isInRange = rangeOf(context);
	const has = (name, wanted) => {
		if (wanted === undefined) return () => true;
		const { number } = partyOf(state, wanted);
		return ({ legs }) => legs.some((leg) => leg[name] === number);
	};
	const hasSource = has('source', query.source);
	const hasDestination = has('destination', query.destination);
	return [...state.cdr.values()].filter(
		(record) =>
			isSeen(record) &&
			isInRange(record) &&
			hasSource(record) &&
			hasDestination(record) &&
			(query.disposition === undefined || record.disposition === Number(query.disposition)) &&
			(query.flow === undefined || record.legs.some(({ flow }) => flow === Number(query.flow))),
	);
}

/**
 * startDate and endDate filter by the time of the answer, so unanswered calls are not in their
 * range.
 */
function rangeOf({ query, now }) {
	const [from, to] = readRange(query.startDate, query.endDate, ['start', 'end']);
	const [savedFrom, savedTo] = readRange(query.saveStartDate, query.saveEndDate, [
		'save_start',
		'save_end',
	]);
	const isBetween = (time, first = -Infinity, last = Infinity) => time >= first && time <= last;
	if (from !== undefined || to !== undefined)
		return ({ answered }) => answered !== undefined && isBetween(Math.floor(answered), from, to);
	if (savedFrom !== undefined || savedTo !== undefined)
		return ({ saved }) => isBetween(Math.floor(saved), savedFrom, savedTo);
	// By default the current month, with unanswered calls by their start.
	const today = new Date(now * 1000);
	const month = Date.UTC(today.getUTCFullYear(), today.getUTCMonth(), 1) / 1000;
	return ({ answered, published }) => isBetween(answered ?? published, month);
}

/** @param {('start'|'end'|'save_start'|'save_end')[]} names of the two dates */
function readRange(from, to, names) {
	const [first, last] = [from, to].map((text, index) => {
		const seconds = secondsOf(text);
		if (Number.isNaN(seconds)) throw new Failure(`cdr_${names[index]}_date_invalid`);
		return seconds;
	});
	if (first > last) throw new Failure('cdr_invalid_date_parameters');
	return [first, last];
}

/** @returns {number|undefined} unix seconds, NaN for a date that does not exist; without offset it is UTC */
function secondsOf(text) {
	if (text === undefined) return undefined;
	const hasOffset = /(Z|[+-]\d\d:?\d\d)$/.test(text);
	return Date.parse(hasOffset ? text : `${text}Z`) / 1000;
}

function filtered(records, { state, query }) {
	/** @type {{ filterBy?: 'answered'|'destination'|'published'|'source', filterValue?: string }} */
	const { filterBy = 'published', filterValue } = query;
	if (filterValue === undefined) {
		if (query.filterBy !== undefined) throw new Failure('filtervalue_invalid');
		return records;
	}
	const failure = new Failure(`cdr_invalid_filter_by_${filterBy}`);
	if (filterBy === 'source' || filterBy === 'destination') {
		if (!/^[0-9*+]+$/.test(filterValue)) throw failure;
		const { number } = partyOf(state, filterValue);
		return records.filter(({ legs }) => legs.some((leg) => leg[filterBy] === number));
	}
	// A day means all of it.
	const isDay = /^\d{4}-\d\d-\d\d$/.test(filterValue);
	const from = secondsOf(isDay ? `${filterValue}T00:00:00` : filterValue);
	if (Number.isNaN(from)) throw failure;
	const length = isDay ? 86_400 : 1;
	return records.filter((record) => record[filterBy] >= from && record[filterBy] < from + length);
}

function totalsOf(records, { numbers }) {
	const isOutgoing = ({ legs }) => legs[0]?.flow === OUTGOING;
	const groups = [records.filter((one) => !isOutgoing(one)), records.filter(isOutgoing)];
	return groups.map((group, type) => {
		/** @type {Record<string, number>} */
		const totals = { type, total: group.length };
		for (const name of ['answered', 'unanswered', 'busy', 'failed', 'unknown', 'unallowed'])
			totals[name] = group.filter(({ disposition }) => COUNTERS[disposition] === name).length;
		return numbers.write(totals, Object.keys(totals));
	});
}

module.exports = { cdr };
