'use strict';

const NEWEST = 50;
const PHONES_PER_GROUP = 25;

/**
 * @param {object} state
 * @returns {object} the whole state as JSON: lists of objects in wire form, sets as lists
 */
function wholeState(state) {
	const view = {};
	for (const [name, part] of Object.entries(state)) {
		if (!(part instanceof Map)) continue;
		const values = [...part.values()];
		// Upload addresses come with their signature.
		if (name === 'faxUploads') continue;
		const isSets = /^\w+Of\w+$/.test(name);
		view[name] = isSets ? Object.fromEntries([...part].map(([id, set]) => [id, [...set]])) : values;
	}
	return view;
}

/**
 * Data of the page: the newest of everything.
 * @param {object} sandbox what startSandbox returns
 * @returns {object}
 */
function overview({ state, journal, clock, settings, peakInFlight }) {
	const entries = journal.entries();
	return {
		now: clock.now(),
		settings,
		counts: {
			sms: state.sms.size,
			phones: state.phones.size,
			bulks: state.bulks.size,
			events: state.events.size,
			calls: state.calls.size,
			notifications: state.notifications.size,
			webhooks: state.webhookDeliveries.size,
			requests: entries.length,
		},
		peakInFlight: peakInFlight(),
		sms: newest([...state.sms.values()]),
		bulks: newest([...state.bulks.values()]),
		groups: [...state.groups.values()].map((group) => ({
			...group,
			phones: [...state.phonesOfGroup.get(group.id)]
				.slice(-PHONES_PER_GROUP)
				.reverse()
				.map((id) => state.phones.get(id)),
		})),
		calls: [...state.calls.values()].slice(-NEWEST).reverse().map(callView),
		events: [...state.eventsOfExtension].flatMap(([extension, ids]) =>
			[...ids].map((id) => ({ extension, ...state.events.get(id) })),
		),
		notifications: [...state.notifications.values()],
		webhooks: [...state.webhookDeliveries.values()].slice(-NEWEST).reverse(),
		requests: entries
			.slice(-NEWEST)
			.reverse()
			.map(({ json, headers, ...entry }) => ({ ...entry, body: entry.body.slice(0, 2000) })),
	};
}

/** What `status` of a party means (docs/api/voipnow.md, "Calls and their views"). */
const PARTY = ['unknown', 'off hook', 'trying', 'rings', 'waits', 'on the call'];
/** What `disposition` means. */
const END = ['answered', 'busy', 'failed', 'no answer'];

function callView({ published, source, destination, views, answered, ended, disposition }) {
	const partyOf = ({ extension, status, parked, onHold }) =>
		`${extension} ${parked ? 'is parked' : onHold ? 'is on hold' : PARTY[status]}`;
	return {
		published: Math.floor(published),
		from: source.number,
		to: destination.number,
		parties: views.map(partyOf),
		state:
			ended !== undefined ? `ended: ${END[disposition]}` : answered === undefined ? 'rings' : 'on',
	};
}

function newest(items) {
	return items.sort((a, b) => b.created_at - a.created_at).slice(0, NEWEST);
}

module.exports = { overview, wholeState };
