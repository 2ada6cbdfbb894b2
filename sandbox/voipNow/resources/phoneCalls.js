'use strict';

const {
	CALL_FIELDS,
	SECONDS_TO_PICK_UP,
	VIEW_FIELDS,
	newCall,
	removeView,
	wireCall,
} = require('../call');
const { act } = require('../callActions');
const { chosenFields, collectionOf } = require('../collection');
const { findExtensions, findOwnExtension, partyOf } = require('../extension');
const { Failure } = require('../failure');

const FIELDS = {
	fields: [...CALL_FIELDS, 'phoneCallView', 'links'],
	viewFields: VIEW_FIELDS,
};

/** Handlers of the calls. */
const phoneCalls = {
	'phoneCalls.createSimple': (context) => create(context, 'simple', 'phoneTerminal'),
	'phoneCalls.createCallback': (context) => create(context, 'callback', 'callback'),
	'phoneCalls.createConferenceInvite': (context) =>
		create(context, 'conferenceInvite', 'conference'),
	'phoneCalls.list': (context) => collection(context, callsOf(context)),
	'phoneCalls.get': (context) => {
		const { state, params, settings } = context;
		const found = callsOf(context).filter(({ id }) => id === params.phoneCallId);
		if (found.length > 0) return collection(context, found);
		if (!state.calls.has(params.phoneCallId)) throw new Failure('pc_phonecall_invalid');
		return settings.voipNowEndedCall === 'none'
			? { status: 204 }
			: collectionOf([], context, { sortField: 'published', ...FIELDS, showEmpty: true });
	},
	'phoneCalls.update': (context) => {
		const { body, now } = context;
		const call = theCall(context);
		const extension = context.state.extensions.get(call.extension);
		act({ ...context, call, extension, at: now });
		const wire = wireCall(context, call);
		return { status: 200, body: body.action === 'Park' ? [wire] : wire };
	},
	'phoneCalls.hangUp': (context) => hangUp(context, [theCall(context)]),
	'phoneCalls.hangUpAll': (context) => hangUp(context, callsOf(context)),
};

function create(context, kind, type) {
	const { state, params, query, body, settings, engine, exactNow } = context;
	const extension = findOwnExtension(state, params.userId, body.extension, { type });
	// Before anything rings.
	chosenFields({}, context, FIELDS);
	const [view] = body.phoneCallView;
	const isPublic = (party) => !party.extension;
	const sources = [view.source].flat().map((number) => partyOf(state, number));
	const [destination] = [view.destination].flat().map((number) => partyOf(state, number));
	if (kind === 'callback' && ![...sources, destination].every(isPublic))
		throw new Failure('pc_parameter_invalid');
	const joined = kind === 'conferenceInvite' ? [partyOf(state, extension.extension)] : sources;
	const call = newCall(state, {
		kind,
		extension: extension.extension,
		userId: extension.ownerId,
		published: exactNow,
		sources: joined,
		destination,
		waitForPickup: query.waitForPickup ?? SECONDS_TO_PICK_UP,
		duration: Math.min(settings.voipNowCallDuration, query.callDuration ?? Infinity),
		outcome: settings.voipNowCallOutcome,
		...(body.nonce !== undefined && { nonce: body.nonce }),
		...(view.callerId && { callerId: view.callerId }),
		...(view.callerDestination && { callerDestination: view.callerDestination }),
	});
	engine.start(call);
	return {
		status: settings.voipNowCreateStatus,
		body: [chosenFields(wireCall(context, call), context, FIELDS)],
	};
}

/** Calls in progress that the path's extension takes part in or is charged for. */
function callsOf({ state, params }) {
	const numbers = new Set(
		findExtensions(state, params.userId, params.extension).map(({ extension }) => extension),
	);
	return [...state.calls.values()].filter(
		({ ended, extension, views }) =>
			ended === undefined &&
			(numbers.has(extension) || views.some((view) => numbers.has(view.extension))),
	);
}

function theCall(context) {
	const call = callsOf(context).find(({ id }) => id === context.params.phoneCallId);
	if (!call) throw new Failure('pc_phonecall_invalid');
	return call;
}

function collection(context, calls) {
	return collectionOf(
		calls.map((call) => wireCall(context, call)),
		context,
		{ sortField: 'published', ...FIELDS },
	);
}

function hangUp(context, calls) {
	const { state, query, engine, now } = context;
	const wanted = query.phoneNumber && partyOf(state, query.phoneNumber).number.replace(/^\+/, '');
	const legOf = ({ views }) => views.find(({ extension }) => extension === wanted);
	const meant = calls.filter((call) => !wanted || legOf(call));
	const shown = meant.map((call) => chosenFields(wireCall(context, call), context, FIELDS));
	for (const call of meant) {
		if (wanted && call.views.length > 2) removeView(call, legOf(call), now);
		else engine.hangUp(call);
	}
	return shown.length > 0 ? { status: 200, body: shown } : { status: 204 };
}

module.exports = { phoneCalls };
