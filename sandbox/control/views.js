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
		const isSets = /^\w+Of\w+$/.test(name);
		view[name] = isSets ? Object.fromEntries([...part].map(([id, set]) => [id, [...set]])) : values;
	}
	return view;
}

/**
 * What the page shows: the newest of everything.
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
		events: [...state.eventsOfExtension].flatMap(([extension, ids]) =>
			[...ids].map((id) => ({ extension, ...state.events.get(id) })),
		),
		requests: entries
			.slice(-NEWEST)
			.reverse()
			.map(({ json, headers, ...entry }) => ({ ...entry, body: entry.body.slice(0, 2000) })),
	};
}

function newest(items) {
	return items.sort((a, b) => b.created_at - a.created_at).slice(0, NEWEST);
}

module.exports = { overview, wholeState };
