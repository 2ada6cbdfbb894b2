'use strict';

/** Tokens the sandbox accepts. Plainly fake: they open nothing anywhere else. */
const TOKENS = Object.freeze({
	lox24: '1000001:sandbox-key',
	lox24Inactive: '1000002:sandbox-key-of-an-inactive-account',
	lox24NoCredit: '1000003:sandbox-key-of-an-account-without-credit',
	voipNow: 'sandbox-access-token',
});

module.exports = { TOKENS };
