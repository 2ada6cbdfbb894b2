'use strict';

const { randomBytes } = require('node:crypto');
const { isoTime } = require('./callEvent');

/** What `status` of a view means. */
const STATUS = { trying: 2, ringing: 3, otherRinging: 4, onCall: 5 };
/** What `disposition` means. */
const DISPOSITION = { answered: 0, busy: 1, failed: 2, noAnswer: 3 };
/** How long a phone rings at most (docs/api/voipnow.md, "Creating calls"). */
const SECONDS_TO_PICK_UP = 25;
const FLOW = { local: 2, outgoing: 4, incoming: 8 };
const OWNER = { ownerId: '3', ownerName: 'Sandbox Organization' };

const CALL_FIELDS = ['id', 'nonce', 'extension', 'ownerId', 'ownerName', 'published', 'answered'];
const VIEW_DATES = ['ringing', 'answered', 'recording', 'parked', 'onHold'];
const VIEW_NUMBERS = ['flow', 'status', 'parkedPos', 'holder', 'disposition'];
const VIEW_FIELDS = [
	...['id', 'extension', 'source', 'destination', 'parkedBy', 'callerId'],
	...VIEW_DATES,
	...VIEW_NUMBERS,
];

/**
 * A call that has not begun to ring. Times are unix seconds. `views` are the parties of the moment, `legs`
 * those that have left it, `actions` what was asked for (for tests), `steps` what will happen when.
 * @param {object} state
 * @param {{ kind: string, extension: string, sources: Party[], destination: Party, published: number,
 *   callerId?: string, callerDestination?: string, [more: string]: any }} call
 *   `extension` is the one that is charged; anything else is kept as it is
 * @returns {Call}
 * @typedef {{ number: string, extension?: object }} Party see partyOf
 * @typedef {{ id: string, callId: string, published: number, answered?: number, ended?: number, disposition?: number, views: object[], actions: object[] }} Call
 */
function newCall(state, { sources, destination, ...rest }) {
	const call = {
		id: randomBytes(10).toString('hex'),
		callId: `${Math.floor(rest.published)}.${state.nextCallSequence++}`,
		...OWNER,
		...rest,
		source: sources[0],
		destination,
		views: [],
		legs: [],
		actions: [],
		steps: [],
		nextView: 0,
	};
	const numbers = {
		source: sources.map(({ number }) => number),
		destination: [destination.number],
		flow: flowOf(sources[0], destination),
	};
	for (const party of sources) {
		addView(call, party, {
			...numbers,
			role: 'source',
			status: STATUS.trying,
			callerId: call.callerId,
		});
	}
	const { callerDestination = call.callerId } = call;
	addView(call, destination, {
		...numbers,
		role: 'destination',
		status: STATUS.trying,
		callerId: callerDestination,
	});
	return call;
}

function flowOf(source, destination) {
	if (!destination.extension) return FLOW.outgoing;
	return source.extension ? FLOW.local : FLOW.incoming;
}

/**
 * @param {object} call
 * @param {Party} party
 * @param {object} fields of the view; a public party's `extension` is its number
 * @returns {object} the new view, with an id of its own
 */
function addView(call, party, fields) {
	const view = {
		id: String(call.nextView++).padStart(2, '0'),
		extension: party.number.replace(/^\+/, ''),
		isLocal: Boolean(party.extension),
		...fields,
	};
	call.views.push(view);
	return view;
}

/**
 * A party leaves the call; what it had becomes a leg of the call's record.
 * @param {object} call
 * @param {object} view
 * @param {number} at unix seconds
 * @param {number} [disposition] of a party that has not answered
 */
function removeView(call, view, at, disposition = DISPOSITION.noAnswer) {
	call.views = call.views.filter((other) => other !== view);
	const isAnswered = view.answered !== undefined;
	call.legs.push({
		id: view.id,
		extension: view.extension,
		source: view.source[0],
		destination: view.destination[0],
		flow: view.flow,
		disposition: isAnswered ? DISPOSITION.answered : disposition,
		duration: isAnswered ? Math.round(at - view.answered) : 0,
		...(isAnswered && { answered: view.answered }),
		...(view.callerId && { callerId: view.callerId }),
	});
}

/**
 * @param {object} context with numbers, baseUrl and params
 * @param {object} call of the state
 * @returns {object} the call in wire form
 */
function wireCall({ numbers, baseUrl, params }, call) {
	const wire = {};
	for (const name of CALL_FIELDS) if (call[name] !== undefined) wire[name] = call[name];
	wire.published = isoTime(call.published);
	if (call.answered !== undefined) wire.answered = isoTime(call.answered);
	return {
		...numbers.write(wire, ['ownerId']),
		phoneCallView: call.views.map((view) => wireView(numbers, view)),
		links: { self: `${baseUrl}/uapi/phoneCalls/${params.userId}/${call.extension}/${call.id}` },
	};
}

function wireView(numbers, view) {
	const { id, extension, source, destination } = view;
	const wire = { id, extension, source, destination };
	for (const name of VIEW_DATES) if (view[name] !== undefined) wire[name] = isoTime(view[name]);
	for (const name of VIEW_NUMBERS) if (view[name] !== undefined) wire[name] = view[name];
	if (view.parkedBy) wire.parkedBy = view.parkedBy;
	// Both spellings are documented, so both occur.
	if (view.callerId) wire[Number(id) % 2 === 0 ? 'callerId' : 'callerID'] = view.callerId;
	return numbers.write(wire, VIEW_NUMBERS);
}

module.exports = {
	CALL_FIELDS,
	DISPOSITION,
	OWNER,
	SECONDS_TO_PICK_UP,
	STATUS,
	VIEW_FIELDS,
	addView,
	newCall,
	removeView,
	wireCall,
};
