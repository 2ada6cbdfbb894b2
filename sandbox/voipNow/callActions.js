'use strict';

const { SECONDS_TO_PICK_UP, STATUS, addView, removeView } = require('./call');
const { partyOf } = require('./extension');
const { Failure } = require('./failure');

/** Seconds in the parking lot (docs/api/voipnow.md, "Call actions"). */
const LONGEST_PARKING = 180;
const FIRST_PARKING_PLACE = 701;

/**
 * The twelve actions. Each has the body fields it needs and its work, with the view that phoneCallViewId
 * names; it throws when the call is in no state for it.
 * @type {Record<string, { needs: string[], work: (context: object) => void }>}
 */
const ACTIONS = {
	OnHold: {
		needs: ['phoneCallViewId'],
		work({ call, view, at }) {
			mustBe(view.status === STATUS.onCall && view.onHold === undefined && !view.parked);
			for (const other of call.views) other.onHold = at;
			view.holder = 1;
		},
	},
	OffHold: {
		needs: ['phoneCallViewId'],
		work({ call, view }) {
			mustBe(view.onHold !== undefined);
			for (const other of call.views) {
				delete other.onHold;
				delete other.holder;
			}
		},
	},
	Park: { needs: ['phoneCallViewId'], work: park },
	UnPark: {
		needs: ['phoneCallViewId', 'sendCallTo'],
		work({ call, view, body, state, engine }) {
			mustBe(view.parked !== undefined);
			const terminal = terminalOf(state, body.sendCallTo);
			leaveParking(view);
			view.status = STATUS.otherRinging;
			join(engine, call, terminal, view, body);
		},
	},
	PickUp: {
		needs: ['phoneCallViewId', 'sendCallTo'],
		work({ call, view, body, state, engine, at }) {
			mustBe(view.status === STATUS.ringing);
			const terminal = terminalOf(state, body.sendCallTo);
			removeView(call, view, at);
			join(engine, call, terminal, view, body);
		},
	},
	BargeIn: { needs: ['phoneCallViewId', 'sendCallTo'], work: listen },
	Monitor: { needs: ['phoneCallViewId', 'sendCallTo'], work: listen },
	Whisper: { needs: ['phoneCallViewId', 'sendCallTo'], work: listen },
	Transfer: {
		needs: ['sendCallTo'],
		work({ call, body, state, engine, at }) {
			// Older clients name the view, newer ones the number of who hands the call over.
			if (body.transferFromNumber === undefined && body.phoneCallViewId === undefined)
				throw new Failure('pc_parameter_invalid');
			mustBe(call.answered !== undefined);
			const leaving =
				body.transferFromNumber === undefined
					? viewOf(call, body.phoneCallViewId)
					: viewOfNumber(call, state, body.transferFromNumber);
			if (body.transferNumber !== undefined) viewOfNumber(call, state, body.transferNumber);
			const target = partyOf(state, body.sendCallTo);
			removeView(call, leaving, at);
			for (const other of call.views) {
				other.status = STATUS.otherRinging;
				delete other.onHold;
				delete other.holder;
			}
			join(engine, call, target, leaving, body);
		},
	},
	TransferToVoicemail: {
		needs: ['sendCallTo'],
		work({ call, body, state, extension, at }) {
			mustBe(call.answered !== undefined);
			// That VoipNow needs the number is known from code that was never run.
			const staying =
				body.transferNumber === undefined
					? onlyOther(call, extension)
					: viewOfNumber(call, state, body.transferNumber);
			if (body.transferFromNumber !== undefined) viewOfNumber(call, state, body.transferFromNumber);
			const terminal = terminalOf(state, body.sendCallTo);
			const { source, flow } = staying;
			for (const other of [...call.views]) if (other !== staying) removeView(call, other, at);
			const destination = [terminal.number];
			const fields = { source, destination, flow, status: STATUS.onCall, answered: at };
			addView(call, terminal, { ...fields, role: 'voicemail' });
		},
	},
	StartRecording: {
		needs: ['phoneCallViewId'],
		work({ call, view, body, state, at }) {
			const mayRecord = call.views.some(
				({ extension }) => state.extensions.get(extension)?.hasRecording,
			);
			mustBe(mayRecord && view.status === STATUS.onCall && view.recording === undefined);
			view.recording = at;
			call.recordingFormat = body.format ?? 'wav';
		},
	},
	StopRecording: {
		needs: ['phoneCallViewId'],
		work({ view }) {
			mustBe(view.recording !== undefined);
			delete view.recording;
		},
	},
};

/**
 * @param {object} context with call, body, state, engine and at; `extension` is the path's
 * @throws {Failure} pc_phonecall_invalid, pc_parameter_invalid, extension_invalid
 */
function act(context) {
	const { call, body } = context;
	const { needs, work } = ACTIONS[body.action];
	for (const name of needs) if (body[name] === undefined) throw new Failure('pc_parameter_invalid');
	const view = needs.includes('phoneCallViewId') ? viewOf(call, body.phoneCallViewId) : undefined;
	work({ ...context, view });
	call.actions.push({ at: context.at, ...body });
}

function park({ call, view, body, state, engine, extension, at }) {
	mustBe(view.status === STATUS.onCall && !view.parked);
	const [parker] = call.views.filter((other) => other !== view);
	mustBe(parker);
	for (const other of [...call.views]) if (other !== view) removeView(call, other, at);
	const taken = [...state.calls.values()].flatMap(({ views }) => views.map((v) => v.parkedPos));
	let place = FIRST_PARKING_PLACE;
	while (taken.includes(place)) place += 1;
	delete view.onHold;
	Object.assign(view, {
		id: String(call.nextView++).padStart(2, '0'),
		parked: at,
		parkedPos: place,
		parkedBy: parker.isLocal ? parker.extension : extension.extension,
	});
	engine.later(call, Number(body.maxInParking ?? LONGEST_PARKING), () => {
		if (view.parked !== at || !call.views.includes(view)) return;
		const back = partyOf(state, view.parkedBy);
		leaveParking(view);
		view.status = STATUS.otherRinging;
		join(engine, call, back, view, {});
	});
}

function leaveParking(view) {
	delete view.parked;
	delete view.parkedPos;
	delete view.parkedBy;
}

/** BargeIn, Monitor and Whisper: one more phone takes part. How it does, is not on the wire. */
function listen({ call, view, body, state, engine }) {
	mustBe(view.status === STATUS.onCall);
	const terminal = terminalOf(state, body.sendCallTo);
	const joined = join(engine, call, terminal, view, body);
	joined.role = body.action;
	if (body.private !== undefined) joined.private = String(body.private);
}

function join(engine, call, party, like, body) {
	const { source, flow } = like;
	const callerId = body.callerId ?? call.callerId;
	const view = addView(call, party, {
		source,
		destination: [party.number],
		flow,
		role: 'joined',
		status: STATUS.ringing,
		...(callerId && { callerId }),
	});
	engine.ring(call, view, Number(body.waitForPickup ?? SECONDS_TO_PICK_UP));
	return view;
}

function viewOf(call, id) {
	const view = call.views.find((one) => one.id === String(id).padStart(2, '0'));
	mustBe(view);
	return view;
}

function viewOfNumber(call, state, number) {
	const wanted = partyOf(state, number).number.replace(/^\+/, '');
	const view = call.views.find(({ extension }) => extension === wanted);
	mustBe(view);
	return view;
}

/** The party that an extension speaks with. */
function onlyOther(call, { extension }) {
	const others = call.views.filter((view) => view.extension !== extension);
	if (others.length !== 1) throw new Failure('pc_parameter_invalid');
	return others[0];
}

function terminalOf(state, number) {
	const party = partyOf(state, number);
	if (party.extension?.type !== 'phoneTerminal') throw new Failure('extension_invalid');
	return party;
}

function mustBe(condition) {
	if (!condition) throw new Failure('pc_phonecall_invalid');
}

module.exports = { act };
