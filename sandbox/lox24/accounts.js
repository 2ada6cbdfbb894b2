'use strict';

const { TOKENS } = require('../state/tokens');

/**
 * Accounts by token. All share the sandbox's state.
 * @type {Map<string, { id: number, keyId: number, isActive: boolean, balance: number }>}
 */
const ACCOUNTS = new Map([
	[TOKENS.lox24, { id: 1000001, keyId: 1, isActive: true, balance: 100 }],
	[TOKENS.lox24Inactive, { id: 1000002, keyId: 2, isActive: false, balance: 100 }],
	[TOKENS.lox24NoCredit, { id: 1000003, keyId: 3, isActive: true, balance: 0 }],
]);

/**
 * @param {Record<string, string>} headers
 * @returns {{ id: number, keyId: number, isActive: boolean, balance: number }|undefined} undefined: token refused
 */
function accountOf(headers) {
	const token = headers['x-lox24-auth-token'];
	const clientId = headers['x-lox24-client-id'];
	// The older way, still accepted: client id and key in a header each.
	return (
		ACCOUNTS.get(token) ??
		(clientId === undefined ? undefined : ACCOUNTS.get(`${clientId}:${token}`))
	);
}

module.exports = { accountOf };
