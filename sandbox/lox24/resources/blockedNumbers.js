'use strict';

const { addBlockedNumber } = require('../blockedNumber');
const { select } = require('../filters');
const { find } = require('../find');
const { deleted, one, page } = require('../presentation');
const { Problem } = require('../problem');

const pathOf = ({ id }) => `/blocked_numbers/${id}`;

/** Handlers of the blocked numbers. */
const blockedNumbers = {
	'blockedNumbers.list': ({ state, query }) =>
		page(
			'blocked_numbers',
			select(state.blockedNumbers.values(), query, { newestBy: 'added_at' }),
			pathOf,
		),
	'blockedNumbers.create': ({ state, body, now }) => {
		for (const { number } of state.blockedNumbers.values()) {
			if (number === body.number) throw new Problem(409, `${number} is blocked already`);
		}
		const entry = addBlockedNumber(state, { number: body.number }, now);
		return one('blocked_numbers', pathOf(entry), entry, 201);
	},
	'blockedNumbers.get': ({ state, params }) => {
		const entry = find(state.blockedNumbers, params.id);
		return one('blocked_numbers', pathOf(entry), entry);
	},
	'blockedNumbers.delete': ({ state, params }) => {
		find(state.blockedNumbers, params.id);
		state.blockedNumbers.delete(params.id);
		return deleted;
	},
};

module.exports = { blockedNumbers };
