'use strict';

const { SECONDS_TO_PICK_UP, newCall } = require('./call');
const { partyOf } = require('./extension');

/** `cancelled`: the caller gives up after the ring time. */
const OUTCOMES = ['answered', 'busy', 'cancelled', 'failed', 'noAnswer'];

/**
 * Somebody outside calls an extension.
 * @param {{ state: object, settings: object, clock: object, engine: object }} sandbox
 * @param {{ from: string, to: string, name?: string, outcome?: string }} call number and name of the caller, extension,
 *   how it ends
 * @returns {import('./call').Call} the call as the state has it
 * @throws {TypeError} for an extension that does not exist, or an end that calls do not have
 */
function incomingCall(
	{ state, settings, clock, engine },
	{ from, to, name, outcome = settings.voipNowCallOutcome },
) {
	const destination = partyOf(state, to);
	if (!destination.extension) throw new TypeError(`There is no extension ${to}`);
	if (!OUTCOMES.includes(outcome)) throw new TypeError(`No call ends ${outcome}`);
	const call = newCall(state, {
		kind: 'incoming',
		extension: destination.number,
		userId: destination.extension.ownerId,
		published: clock.exact(),
		sources: [{ number: String(from) }],
		destination,
		waitForPickup: SECONDS_TO_PICK_UP,
		duration: settings.voipNowCallDuration,
		outcome,
		...(name && { callerId: `${name} <${from}>` }),
	});
	engine.start(call);
	return call;
}

module.exports = { incomingCall };
