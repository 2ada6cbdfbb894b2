'use strict';

const { find } = require('../find');
const { FIELDS, removePhone } = require('../phoneEntry');
const { deleted, one } = require('../presentation');

/** Handlers of single number entries. */
const phones = {
	'phones.get': ({ state, params }) =>
		one('phones', `/phones/${params.id}`, find(state.phones, params.id)),
	// Not stated whether a PUT replaces or merges; two samples send only the number, so columns stay.
	'phones.update': ({ state, params, body }) => {
		const entry = find(state.phones, params.id);
		for (const field of FIELDS) if (field in body) entry[field] = body[field];
		return one('phones', `/phones/${params.id}`, entry);
	},
	'phones.delete': ({ state, params }) => {
		find(state.phones, params.id);
		removePhone(state, params.id);
		return deleted;
	},
};

module.exports = { phones };
