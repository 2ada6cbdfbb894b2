'use strict';

const { Problem } = require('./problem');

/**
 * @template T
 * @param {Map<string, T>} entries
 * @param {string} id
 * @returns {T} the entry
 * @throws {Problem} 404 when there is none
 */
function find(entries, id) {
	const entry = entries.get(id);
	if (!entry) throw new Problem(404, 'Not Found');
	return entry;
}

module.exports = { find };
