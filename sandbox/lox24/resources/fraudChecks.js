'use strict';

const { randomUUID } = require('node:crypto');
const { needCredit } = require('../credit');
const { select } = require('../filters');
const { find } = require('../find');
const { newFraudCheck } = require('../fraudCheck');
const { deleted, one, page } = require('../presentation');

const pathOf = ({ id }) => `/fraud-checks/${id}`;

/** Handlers of the risk checks. */
const fraudChecks = {
	'fraudChecks.list': ({ state, query }) =>
		page(
			'fraud-check',
			select(state.fraudChecks.values(), query, { parts: ['callback_data'] }),
			pathOf,
		),
	'fraudChecks.create': ({ state, body, account, now }) => {
		needCredit(account);
		const check = newFraudCheck(body, { id: randomUUID(), now });
		state.fraudChecks.set(check.id, check);
		return one('fraud-check', pathOf(check), check, 201);
	},
	'fraudChecks.get': ({ state, params }) => {
		const check = find(state.fraudChecks, params.id);
		return one('fraud-check', pathOf(check), check);
	},
	'fraudChecks.delete': ({ state, params }) => {
		find(state.fraudChecks, params.id);
		state.fraudChecks.delete(params.id);
		return deleted;
	},
};

module.exports = { fraudChecks };
