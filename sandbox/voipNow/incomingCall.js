'use strict';

const { SECONDS_TO_PICK_UP, newCall } = require('./call');
const { partyOf } = require('./extension');

/**
 * Somebody outside calls an extension.
 * @param {{ state: object, settings: object, clock: object, engine: object }} sandbox
 * @param {{ from: string, to: string, name?: string }} call number and name of the caller, extension
 * @returns {import('./call').Call} the call as the state has it
 * @throws {TypeError} for an extension that does not exist
 */
function incomingCall({ state, settings, clock, engine }, { from, to, name }) {
	const destination = partyOf(state, to);
	if (!destination.extension) throw new TypeError(`There is no extension ${to}`);
	const call = newCall(state, {
		kind: 'incoming',
		extension: destination.number,
		userId: destination.extension.ownerId,
		published: clock.exact(),
		sources: [{ number: String(from) }],
		destination,
		waitForPickup: SECONDS_TO_PICK_UP,
		duration: settings.voipNowCallDuration,
		outcome: settings.voipNowCallOutcome,
		...(name && { callerId: `${name} <${from}>` }),
	});
	engine.start(call);
	return call;
}

module.exports = { incomingCall };
