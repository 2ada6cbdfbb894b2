'use strict';

const { select } = require('../filters');
const { find } = require('../find');
const { deleted, one, page } = require('../presentation');

const pathOf = ({ uuid }) => `/incomings/${uuid}`;

/** Handlers of the received messages. */
const incomings = {
	'incomings.list': ({ state, query }) =>
		page('incomings', select(state.incomings.values(), query, { newestBy: 'received_at' }), pathOf),
	'incomings.get': ({ state, params }) =>
		one('incomings', `/incomings/${params.uuid}`, find(state.incomings, params.uuid)),
	'incomings.delete': ({ state, params }) => {
		find(state.incomings, params.uuid);
		state.incomings.delete(params.uuid);
		return deleted;
	},
};

module.exports = { incomings };
