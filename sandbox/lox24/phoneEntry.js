'use strict';

const FIELDS = ['phone', 'a', 'b', 'c', 'd', 'e', 'callback_data'];

/**
 * Adds a number to a group.
 * @param {object} state
 * @param {string} groupId
 * @param {object} input body of POST /groups/{id}/phones
 * @returns {object} the entry in wire form; its id is a string
 */
function addPhone(state, groupId, input) {
	const id = String(state.nextPhoneId++);
	const entry = { id };
	for (const field of FIELDS) entry[field] = input[field] ?? null;
	Object.assign(entry, { subscribed_at: null, unsubscribed_at: null, unsubscribe_reason: null });
	state.phones.set(id, entry);
	const members = state.phonesOfGroup.get(groupId);
	members.add(id);
	state.groups.get(groupId).count_items = members.size;
	return entry;
}

/**
 * @param {object} state
 * @param {string} id
 */
function removePhone(state, id) {
	state.phones.delete(id);
	for (const [groupId, members] of state.phonesOfGroup) {
		if (members.delete(String(id))) state.groups.get(groupId).count_items = members.size;
	}
}

module.exports = { addPhone, removePhone, FIELDS };
