'use strict';

const { addEvent, isoTime } = require('../voipNow/callEvent');

/**
 * Users, extensions and call events to start with. The token belongs to user 12, who is also `@me`.
 * @param {import('./state').State} state
 * @param {number} now unix seconds
 */
function seedVoipNow(state, now) {
	for (const id of ['12', '13']) state.users.set(id, { id });
	const devices = [
		{ agent: 'Sandbox desk phone', registration: '1', status: '1', expire: isoTime(now + 3600) },
	];
	addExtension(state, {
		extension: '0003*210',
		type: 'phoneTerminal',
		ownerId: '12',
		status: '1',
		registration: devices,
	});
	// Belongs to someone else: its events are out of reach (pce_access_denied).
	addExtension(state, {
		extension: '0003*211',
		type: 'phoneTerminal',
		ownerId: '13',
		status: '0',
		registration: [],
	});
	addEvent(state, '0003*210', {
		type: '0',
		id: 'NqeyDRqo4FtabmFj8gNWq3hsiGNYyq',
		method: '0',
		note: 'Tells the front desk who is calling',
		url: 'http://crm.example.com/incoming-call',
		status: '0',
		modified: isoTime(now - 86400),
	});
	addEvent(state, '0003*210', {
		type: '2',
		id: 'b7XkPw2sVt9RzLq4HcYm1JdGf6NaEu',
		method: '1',
		note: 'Writes the call into the log',
		url: 'http://crm.example.com/call-ended',
		status: '1',
		modified: isoTime(now - 3600),
	});
}

function addExtension(state, extension) {
	state.extensions.set(extension.extension, extension);
	state.eventsOfExtension.set(extension.extension, new Set());
}

module.exports = { seedVoipNow };
