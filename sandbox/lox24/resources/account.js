'use strict';

const { one } = require('../presentation');

/** Handlers of the account. */
const account = {
	'me.get': ({ state, account: { id, balance }, startedAt }) =>
		one('client', '/me', {
			id,
			currency: 'EUR',
			balance_changed_at: startedAt,
			is_text_deleted: false,
			balance_amount: balance,
			services: ['direct', 'text2speech', 'text2speech_ssml'],
			groups: Object.fromEntries(
				[...state.groups.keys()].map((group) => [group, `/groups/${group}`]),
			),
		}),
};

module.exports = { account };
