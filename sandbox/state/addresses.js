'use strict';

const { addEvent } = require('../voipNow/callEvent');

/** Receivers of events: LOX24's notification settings, and VoipNow's call events. */
function addressesOf(state) {
	return {
		// A token is not enumerable.
		notifications: [...state.notifications.values()].map(({ url, token, events }) => ({
			...{ url, token, events },
		})),
		events: [...state.eventsOfExtension].flatMap(([extension, ids]) =>
			[...ids].map((id) => ({ extension, event: state.events.get(id) })),
		),
	};
}

/** Adds the call events that are not there; those of the seed are as they were at the start. */
function addEvents(state, events) {
	for (const { extension, event } of events)
		if (!state.events.has(event.id)) addEvent(state, extension, event);
}

module.exports = { addEvents, addressesOf };
