'use strict';

const { addEvent, isoTime, newEventId } = require('../callEvent');
const { collectionOf } = require('../collection');
const { findExtensionWithEvents } = require('../extension');
const { Failure } = require('../failure');

const NUMBERS = ['type', 'method', 'status'];
const FIELDS = ['type', 'id', 'method', 'note', 'url', 'status', 'modified', 'links'];
const CHANGEABLE = ['method', 'note', 'url', 'status'];

/** Handlers of the call events. */
const phoneCallEvents = {
	'phoneCallEvents.list': list,
	'phoneCallEvents.listOfType': list,
	'phoneCallEvents.get': list,
	'phoneCallEvents.create': (call) => create(call, call.body.type, 'withType'),
	'phoneCallEvents.createWithType': (call) => create(call, call.params.eventType, 'plain'),
	'phoneCallEvents.update': (call) => {
		const { state, params, body, now, settings } = call;
		const event = findEvents(call)[0];
		if (body.url !== undefined) checkUrl(body.url);
		for (const field of CHANGEABLE)
			if (body[field] !== undefined) event[field] = String(body[field]);
		event.modified = isoTime(now);
		state.events.set(params.eventId, event);
		if (settings.eventUpdateResponse === 204) return { status: 204 };
		// The documented sample of this response links to a path without the event type.
		return {
			status: 200,
			body: responseOf(call, wireForm(call, event, `phoneCallEvents/${event.id}`)),
		};
	},
	'phoneCallEvents.deleteAll': remove,
	'phoneCallEvents.deleteOfType': remove,
	'phoneCallEvents.delete': remove,
};

/** Installations differ in where the type belongs; `other` is the setting that rules this form out. */
function create(call, type, other) {
	const { state, params, body, now, settings } = call;
	if (settings.voipNowEventCreatePath === other) throw new Failure('request_not_implemented', 501);
	const { extension } = findExtensionWithEvents(state, params.userId, params.extension);
	checkUrl(body.url);
	const event = {
		type: String(type),
		id: newEventId(),
		method: String(body.method),
		note: body.note ?? '',
		url: body.url,
		status: String(body.status),
		modified: isoTime(now),
	};
	addEvent(state, extension, event);
	return { status: settings.voipNowCreateStatus, body: responseOf(call, wireForm(call, event)) };
}

/** The pages speak of the id alone, their samples show the whole event. */
function responseOf({ settings }, event) {
	return settings.voipNowEventResponse === 'id' ? { id: event.id } : event;
}

function list(call) {
	return collectionOf(
		findEvents(call).map((event) => wireForm(call, event)),
		call,
		{ sortField: 'url', fields: FIELDS },
	);
}

function remove(call) {
	const { state, params } = call;
	const { extension } = findExtensionWithEvents(state, params.userId, params.extension);
	const events = findEvents(call);
	for (const { id } of events) {
		state.events.delete(id);
		state.eventsOfExtension.get(extension).delete(id);
	}
	return events.length > 0
		? { status: 200, body: events.map((event) => wireForm(call, event)) }
		: { status: 204 };
}

/** The events the path names; an id that does not exist is an error, a type without events is not. */
function findEvents({ state, params }) {
	const { extension } = findExtensionWithEvents(state, params.userId, params.extension);
	const events = [...state.eventsOfExtension.get(extension)]
		.map((id) => state.events.get(id))
		.filter((event) => params.eventType === undefined || event.type === params.eventType)
		.filter((event) => params.eventId === undefined || event.id === params.eventId);
	if (params.eventId !== undefined && events.length === 0) throw new Failure('pce_id_invalid');
	return events;
}

function checkUrl(url) {
	if (!URL.canParse(url)) throw new Failure('pce_url_invalid');
}

function wireForm(
	{ numbers, baseUrl, params },
	event,
	self = `phoneCallEvents/${event.type}/${event.id}`,
) {
	return {
		...numbers.write(event, NUMBERS),
		links: { self: `${baseUrl}/uapi/extensions/${params.userId}/${params.extension}/${self}` },
	};
}

module.exports = { phoneCallEvents };
