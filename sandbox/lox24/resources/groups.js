'use strict';

const { addGroup, FIELDS } = require('../groupEntry');
const { find } = require('../find');
const { addPhone, removePhone } = require('../phoneEntry');
const { deleted, one, page, whole } = require('../presentation');
const { addBatch } = require('../phonesBatch');

const pathOfGroup = ({ id }) => `/groups/${id}`;
const pathOfPhone = ({ id }) => `/phones/${id}`;

/** Handlers of the groups and of the numbers in them. */
const groups = {
	'groups.list': ({ state }) => page('Group', [...state.groups.values()], pathOfGroup),
	'groups.create': ({ state, body }) => {
		const group = addGroup(state, body);
		for (const phone of Object.values(body.phones ?? {})) addPhone(state, group.id, phone);
		return one('Group', pathOfGroup(group), group, 201);
	},
	'groups.get': ({ state, params }) => {
		const group = find(state.groups, params.id);
		return one('Group', pathOfGroup(group), group);
	},
	// Not stated whether a PUT replaces or merges; a sample sends only the name, so what is missing stays.
	'groups.update': ({ state, params, body }) => {
		const group = find(state.groups, params.id);
		for (const field of FIELDS) if (field in body) group[field] = body[field];
		return one('Group', pathOfGroup(group), group);
	},
	'groups.delete': ({ state, params }) => {
		find(state.groups, params.id);
		for (const phone of [...state.phonesOfGroup.get(params.id)]) removePhone(state, phone);
		state.phonesOfGroup.delete(params.id);
		state.groups.delete(params.id);
		return deleted;
	},
	'groups.phones.list': ({ state, params }) => {
		find(state.groups, params.id);
		const members = [...state.phonesOfGroup.get(params.id)].map((id) => state.phones.get(id));
		return whole('Phone', members, pathOfPhone);
	},
	'groups.phones.create': ({ state, params, body }) => {
		find(state.groups, params.id);
		const phone = addPhone(state, params.id, body);
		return one('Phone', pathOfPhone(phone), phone, 201);
	},
	'groups.phones.batch': addBatch,
};

module.exports = { groups };
