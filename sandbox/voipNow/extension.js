'use strict';

const { Failure } = require('./failure');

/** The user the sandbox's token belongs to. */
const ME = '12';
/** Extension types that call events can be attached to. */
const TYPES_WITH_EVENTS = ['phoneTerminal', 'queue', 'conference', 'ivr'];

/**
 * @param {object} state
 * @param {string} userId of the path
 * @param {string} extensionNumber extended or short
 * @returns {object} the extension
 * @throws {Failure} user_invalid, extension_invalid
 */
function findExtension(state, userId, extensionNumber) {
	const user = userOf(state, userId);
	const found =
		state.extensions.get(extensionNumber) ??
		[...state.extensions.values()].find(
			(e) => e.ownerId === user && e.extension.endsWith(`*${extensionNumber}`),
		);
	if (!found) throw new Failure('extension_invalid');
	return found;
}

/**
 * @param {object} state
 * @param {string} userId of the path
 * @param {string} extensionNumber extended or short
 * @returns {object} an extension whose call events the token's user may manage
 * @throws {Failure} user_invalid, extension_invalid, pce_access_denied
 */
function findExtensionWithEvents(state, userId, extensionNumber) {
	const extension = findExtension(state, userId, extensionNumber);
	if (!TYPES_WITH_EVENTS.includes(extension.type)) throw new Failure('extension_invalid');
	if (extension.ownerId !== ME) throw new Failure('pce_access_denied');
	return extension;
}

/**
 * @param {object} state
 * @param {string} userId of the path
 * @returns {string} id of the user
 * @throws {Failure} user_invalid
 */
function userOf(state, userId) {
	const id = userId.startsWith('@') ? ME : userId;
	if (!state.users.has(id)) throw new Failure('user_invalid');
	return id;
}

module.exports = { findExtension, findExtensionWithEvents, userOf };
