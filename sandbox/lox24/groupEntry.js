'use strict';

const FIELDS = [
	...['name', 'description', 'name_a', 'name_b', 'name_c', 'name_d', 'name_e'],
	'deleted_at',
];

/**
 * Adds a distribution list.
 * @param {object} state
 * @param {object} input body of POST /groups
 * @returns {object} the group in wire form
 */
function addGroup(state, input) {
	const group = { id: state.nextGroupId++ };
	for (const field of FIELDS) group[field] = input[field] ?? null;
	group.count_items = 0;
	state.groups.set(group.id, group);
	state.phonesOfGroup.set(group.id, new Set());
	return group;
}

module.exports = { addGroup, FIELDS };
