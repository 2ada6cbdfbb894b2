'use strict';

const { Failure } = require('./failure');

/** The user the sandbox's token belongs to. */
const ME = '12';
/** What extended numbers of the sandbox's organization start with. */
const ORGANIZATION_PREFIX = '0003';
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
 * @param {string} userId of the path; with `@owner` the extension may be anyone's
 * @param {string|number} extensionNumber extended or short
 * @param {{ type?: string, hasFax?: boolean }} [wanted] what it must be
 * @returns {object} an extension of this user
 * @throws {Failure} user_invalid, extension_invalid
 */
function findOwnExtension(state, userId, extensionNumber, wanted = {}) {
	const extension = findExtension(state, userId, String(extensionNumber));
	const isOwn = userId === '@owner' || extension.ownerId === userOf(state, userId);
	const fits = Object.entries(wanted).every(([name, value]) => extension[name] === value);
	if (!isOwn || !fits) throw new Failure('extension_invalid');
	return extension;
}

/**
 * @param {object} state
 * @param {string} userId of the path
 * @param {string} extensionNumber of the path, or `@self`
 * @returns {object[]} the extension, or with `@self` all of the user
 * @throws {Failure} user_invalid, extension_invalid
 */
function findExtensions(state, userId, extensionNumber) {
	if (extensionNumber !== '@self') return [findOwnExtension(state, userId, extensionNumber)];
	// Whose extension would the owner own? The newer pages refuse the pair.
	if (userId === '@owner') throw new Failure('extension_invalid');
	const user = userOf(state, userId);
	return [...state.extensions.values()].filter(({ ownerId }) => ownerId === user);
}

/**
 * @param {object} state
 * @param {string|number} number as a client gave it
 * @returns {{ number: string, extension?: object }} extended number of a local party, or the public number
 */
function partyOf(state, number) {
	const text = String(number);
	const extension =
		state.extensions.get(text) ??
		(/^\d{3}$/.test(text) ? state.extensions.get(`${ORGANIZATION_PREFIX}*${text}`) : undefined);
	return { number: extension?.extension ?? text, extension };
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

module.exports = {
	ME,
	findExtension,
	findExtensions,
	findExtensionWithEvents,
	findOwnExtension,
	partyOf,
	userOf,
};
