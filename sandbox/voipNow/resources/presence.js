'use strict';

const { collectionOf } = require('../collection');
const { findExtension, userOf } = require('../extension');

/** Handlers of presence. */
const presence = {
	'presence.list': (call) => {
		const { state, params, numbers } = call;
		const extensions =
			params.extension === '@self'
				? [...state.extensions.values()].filter(
						({ ownerId }) => ownerId === userOf(state, params.userId),
					)
				: [findExtension(state, params.userId, params.extension)];
		const entries = extensions.map(({ extension, status, registration }) => ({
			extension,
			...numbers.write({ status }, ['status']),
			registration: registration.map((device) => numbers.write(device, ['registration', 'status'])),
		}));
		return collectionOf(entries, call, 'extension');
	},
};

module.exports = { presence };
