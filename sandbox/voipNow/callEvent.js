'use strict';

const { randomInt } = require('node:crypto');

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/**
 * @param {import('../state/state').State} state
 * @param {string} extension extended number
 * @param {object} event in wire form, without links
 */
function addEvent(state, extension, event) {
	state.events.set(event.id, event);
	state.eventsOfExtension.get(extension).add(event.id);
}

/** @returns {string} an id like those of the documentation's samples: 30 letters and digits */
function newEventId() {
	return Array.from({ length: 30 }, () => LETTERS[randomInt(LETTERS.length)]).join('');
}

/**
 * @param {number} seconds unix seconds
 * @returns {string} XML Schema dateTime
 */
function isoTime(seconds) {
	return `${new Date(seconds * 1000).toISOString().slice(0, 19)}Z`;
}

module.exports = { addEvent, newEventId, isoTime };
