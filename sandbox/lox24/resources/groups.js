'use strict';

const { csvOf } = require('../groupCsv');
const { addGroup, FIELDS } = require('../groupEntry');
const { find } = require('../find');
const { addPhone, removePhone } = require('../phoneEntry');
const { CSV_TYPE, deleted, file, one, page, whole } = require('../presentation');
const { addBatch } = require('../phonesBatch');

const pathOfGroup = ({ id }) => `/groups/${id}`;
const pathOfPhone = ({ id }) => `/phones/${id}`;

/** Handlers of the groups and of the numbers in them. */
const groups = {
	'groups.list': ({ state }) => page('groups', [...state.groups.values()], pathOfGroup),
	'groups.create': ({ state, body }) => {
		const group = addGroup(state, body);
		for (const phone of Object.values(body.phones ?? {})) addPhone(state, group.id, phone);
		return one('groups', pathOfGroup(group), group, 201);
	},
	'groups.get': ({ state, params }) => {
		const group = find(state.groups, params.id);
		return one('groups', pathOfGroup(group), group);
	},
	// Not stated whether a PUT replaces or merges; a sample sends only the name, so what is missing stays.
	'groups.update': ({ state, params, body }) => {
		const group = find(state.groups, params.id);
		for (const field of FIELDS) if (field in body) group[field] = body[field];
		return one('groups', pathOfGroup(group), group);
	},
	'groups.delete': ({ state, params }) => {
		find(state.groups, params.id);
		for (const phone of [...state.phonesOfGroup.get(params.id)]) removePhone(state, phone);
		state.phonesOfGroup.delete(params.id);
		state.groups.delete(params.id);
		return deleted;
	},
	'groups.csv': ({ state, params, settings }) => {
		const group = find(state.groups, params.id);
		return file(
			csvOf(group, membersOf(state, params.id), settings.groupCsv),
			`group-${group.id}.csv`,
			CSV_TYPE,
		);
	},
	'groups.phones.list': ({ state, params }) => {
		find(state.groups, params.id);
		return whole('phones', membersOf(state, params.id), pathOfPhone);
	},
	'groups.phones.create': ({ state, params, body }) => {
		find(state.groups, params.id);
		const phone = addPhone(state, params.id, body);
		return one('phones', pathOfPhone(phone), phone, 201);
	},
	'groups.phones.batch': addBatch,
};

function membersOf(state, groupId) {
	return [...state.phonesOfGroup.get(groupId)].map((id) => state.phones.get(id));
}

module.exports = { groups };
