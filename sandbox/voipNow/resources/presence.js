'use strict';

const { STATUS } = require('../call');
const { collectionOf } = require('../collection');
const { findExtension, findExtensions } = require('../extension');
const { Failure } = require('../failure');

const FIELDS = ['extension', 'status', 'registration', 'agent', 'expire'];
const UNKNOWN = '0';
const ONLINE = '1';
const RINGING = '2';
const BUSY = '3';

/** Handlers of presence. */
const presence = {
	'presence.list': (context) => {
		const statusOf = statuses(context.state);
		const entries = extensionsOf(context).map(({ extension, registration }) =>
			wireForm(context, extension, registration, statusOf(extension, registration)),
		);
		return collectionOf(entries, context, { sortField: 'extension', fields: FIELDS });
	},
};

function extensionsOf({ state, params }) {
	if (params.extension === '@self') {
		return findExtensions(state, params.userId, '@self').filter(
			({ type }) => type === 'phoneTerminal',
		);
	}
	const extension = findExtension(state, params.userId, params.extension);
	if (extension.type !== 'phoneTerminal') throw new Failure('extension_invalid');
	return [extension];
}

/** A phone's state follows from its calls. */
function statuses(state) {
	const seen = new Map();
	for (const { ended, views } of state.calls.values()) {
		if (ended !== undefined) continue;
		for (const { extension, status } of views) {
			const isBusy = status === STATUS.onCall || status === STATUS.otherRinging;
			if (isBusy) seen.set(extension, BUSY);
			else if (status === STATUS.ringing && !seen.has(extension)) seen.set(extension, RINGING);
		}
	}
	return (extension, registration) =>
		seen.get(extension) ??
		(registration.some((device) => Number(device.registration) > 0) ? ONLINE : UNKNOWN);
}

function wireForm({ numbers, settings }, extension, registration, status) {
	const write = (object) => numbers.write(object, ['registration', 'status']);
	// Older responses know one device only, and have its fields at the top.
	if (settings.voipNowPresence === 'flat') {
		const [device = { agent: '', registration: '0' }] = registration;
		return write({ extension, ...device, status });
	}
	return {
		extension,
		...numbers.write({ status }, ['status']),
		registration: registration.map((device) => write({ ...device, status })),
	};
}

module.exports = { presence };
