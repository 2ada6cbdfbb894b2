'use strict';

const BY_CUSTOMER = 1;
const BY_RECIPIENT = 2;

/**
 * Blocks a number.
 * @param {object} state
 * @param {{ number: string, type?: number }} input
 * @param {number} now unix seconds
 * @returns {object} the entry in wire form
 */
function addBlockedNumber(state, { number, type = BY_CUSTOMER }, now) {
	// 2.27 writes added_at in ISO 8601; here it is the unix time of the older versions.
	const entry = { id: state.nextBlockedNumberId++, number, type, added_at: now };
	state.blockedNumbers.set(entry.id, entry);
	return entry;
}

module.exports = { addBlockedNumber, BY_CUSTOMER, BY_RECIPIENT };
