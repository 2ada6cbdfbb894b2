'use strict';

const { OWNER, newCall, STATUS } = require('../voipNow/call');
const { addEvent, isoTime } = require('../voipNow/callEvent');
const { addCallRecord } = require('../voipNow/callRecord');
const { partyOf } = require('../voipNow/extension');

const DAY = 86_400;
/** Days that filled call records are spread over. */
const DAYS_OF_RECORDS = 60;
const FLOWS = [8, 8, 4, 8, 2];
/** Every tenth call is busy, another one has failed, and so on. */
const DISPOSITIONS = [0, 0, 0, 3, 0, 1, 0, 3, 0, 2];

/** Kinds of VoipNow for fill.js. */
const VOIPNOW_KINDS = {
	/** Spread over the last 60 days, the newest of today. */
	voipNowCdr: {
		add: (state, { n, index, count, now }) =>
			addFilledRecord(state, {
				n,
				at: Math.floor(now - (DAYS_OF_RECORDS * DAY * (count - 1 - index)) / count) - 300,
			}).id,
	},
	/** Phone terminals of user 12. */
	voipNowExtensions: {
		add(state, { n }) {
			const extension = `0003*${10_000 + n}`;
			const registration = [{ agent: `Phone ${n}`, registration: '1', status: '1' }];
			state.extensions.set(extension, {
				extension,
				type: 'phoneTerminal',
				ownerId: '12',
				registration,
			});
			state.eventsOfExtension.set(extension, new Set());
			return extension;
		},
	},
	/** Disabled call events of 0003*210. */
	voipNowEvents: {
		add(state, { n, at }) {
			const id = `filled${String(n).padStart(24, '0')}`;
			addEvent(state, '0003*210', {
				type: String(n % 5),
				id,
				method: String(n % 2),
				note: `Event ${n}`,
				url: `http://crm.example.com/event/${String(n).padStart(6, '0')}`,
				status: '0',
				modified: isoTime(at),
			});
			return id;
		},
	},
	/** Calls of 0003*210 that are on and stay on until they are hung up. */
	voipNowCalls: {
		add(state, { n, at }) {
			const source = partyOf(state, '0003*210');
			const call = newCall(state, {
				kind: 'simple',
				extension: source.number,
				userId: '12',
				published: at,
				sources: [source],
				destination: { number: `+4930${String(n).padStart(7, '0')}` },
			});
			call.id = `ca11${String(n).padStart(16, '0')}`;
			call.answered = at;
			for (const view of call.views) Object.assign(view, { status: STATUS.onCall, answered: at });
			state.calls.set(call.id, call);
			return call.id;
		},
	},
	/** Remote agents of the queue 0003*220. */
	voipNowAgents: {
		add(state, { n }) {
			const identifier = String(10_000 + n);
			const agentNumber = `+49170${String(n).padStart(7, '0')}`;
			const agent = { queue: '0003*220', identifier, agentNumber, type: 'remote' };
			state.agents.set(`0003*220 ${identifier}`, { ...agent, status: String(n % 3) });
			return identifier;
		},
	},
};

/**
 * @param {object} state
 * @param {{ n: number, at: number }} which number of the record, the same one for the same number; unix seconds
 * @returns {object} the record of a call that has ended
 */
function addFilledRecord(state, { n, at }) {
	const flow = FLOWS[n % FLOWS.length];
	const disposition = DISPOSITIONS[n % DISPOSITIONS.length];
	const extension = n % 3 === 0 ? '0003*212' : '0003*210';
	const outside = `4930${String(n).padStart(8, '0')}`;
	const source = flow === 8 ? outside : extension;
	const destination = flow === 8 ? extension : flow === 4 ? outside : '0003*211';
	const answered = disposition === 0 ? { answered: at + 8 } : {};
	const duration = disposition === 0 ? 10 + (n % 300) : 0;
	const leg = { source, destination, flow, disposition, duration, ...answered };
	return addCallRecord(state, {
		...OWNER,
		id: `cd${n.toString(16).padStart(18, '0')}`,
		extension,
		userId: '12',
		published: at,
		...answered,
		ended: at + 8 + duration,
		disposition,
		legs: [
			{ id: '00', extension: source, ...leg },
			// One leg per party; some calls have rung one phone more.
			{ id: '01', extension: destination, ...leg },
			...(n % 4 === 0
				? [{ ...leg, id: '02', extension: '0003*213', disposition: 3, duration: 0 }]
				: []),
		],
	});
}

/** @param {number} now unix seconds @returns {number} when the month began */
function monthOf(now) {
	const today = new Date(now * 1000);
	return Date.UTC(today.getUTCFullYear(), today.getUTCMonth(), 1) / 1000;
}

module.exports = { VOIPNOW_KINDS, addFilledRecord, monthOf };
