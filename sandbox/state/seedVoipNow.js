'use strict';

const { addEvent, isoTime } = require('../voipNow/callEvent');
const { addFilledRecord, monthOf } = require('./fillVoipNow');

const USERS = [
	{ id: '1', kind: 'administrator' },
	{ id: '3', kind: 'organization' },
	{ id: '12', kind: 'user' },
	{ id: '13', kind: 'user' },
	// Leading zeros occur.
	{ id: '0241', kind: 'user' },
];

/** Far from the numbers of fill.js. */
const FIRST_RECORD = 9_000_000;

const MINE = { ownerId: '12', registration: [] };

/**
 * Users, extensions, queue agents, call events and a short call history to start with. The token belongs to
 * user 12, who is also `@me`.
 * @param {import('./state').State} state
 * @param {number} now unix seconds
 */
function seedVoipNow(state, now) {
	for (const user of USERS) state.users.set(user.id, { ...user });
	const device = (agent) => ({
		agent,
		registration: '1',
		status: '1',
		expire: isoTime(now + 3600),
	});
	const terminal = (number, more) =>
		addExtension(state, { ...MINE, extension: number, type: 'phoneTerminal', ...more });
	terminal('0003*210', {
		hasFax: true,
		hasRecording: true,
		did: '493012345210',
		registration: [device('Sandbox desk phone')],
	});
	// Belongs to someone else: its events are out of reach (pce_access_denied).
	terminal('0003*211', { ownerId: '13', registration: [device('Sandbox desk phone')] });
	terminal('0003*212', {
		hasRecording: true,
		registration: [device('Sandbox desk phone'), device('Sandbox app')],
	});
	terminal('0003*213', {});
	terminal('0003*241', { ownerId: '0241', registration: [device('Sandbox desk phone')] });
	for (const [number, type, did] of [
		['0003*220', 'queue', '493012345220'],
		['0003*221', 'queue'],
		['0003*230', 'conference'],
		['0003*240', 'ivr', '493012345240'],
		['0003*250', 'callback'],
		['0003*260', 'voicemail'],
	]) {
		addExtension(state, { ...MINE, extension: number, type, ...(did && { did }) });
	}
	const agent = (identifier, agentNumber, type, status) =>
		addAgent(state, { queue: '0003*220', identifier, agentNumber, type, status });
	agent('0003*210', '0003*210', 'local', '1');
	agent('0003*212', '0003*212', 'local', '2');
	agent('901', '+4917012345901', 'remote', '0');

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
	// Within the current month, which is what the call history shows by default.
	for (const n of [1, 2, 3, 4, 5, 6])
		addFilledRecord(state, {
			n: FIRST_RECORD + n,
			at: Math.max(monthOf(now), now - 4200 + 600 * n),
		});
}

/** @param {object} agent of a queue; its identifier is unique within the queue */
function addAgent(state, agent) {
	state.agents.set(`${agent.queue} ${agent.identifier}`, agent);
}

function addExtension(state, extension) {
	state.extensions.set(extension.extension, extension);
	state.eventsOfExtension.set(extension.extension, new Set());
}

module.exports = { addAgent, addExtension, seedVoipNow };
