'use strict';

/** Tokens the sandbox accepts. Plainly fake: they open nothing anywhere else. */
const TOKENS = Object.freeze({
	lox24: '1000001:sandbox-key',
	lox24Inactive: '1000002:sandbox-key-of-an-inactive-account',
	lox24NoCredit: '1000003:sandbox-key-of-an-account-without-credit',
	/** Part of the addresses for e-mails that become messages. */
	lox24Email: 'sandboxemailkey',
	voipNow: 'sandbox-access-token',
});

/** Apps of VoipNow: the trusted one gets tokens with key and secret alone, the other one needs a user's consent. */
const APPS = Object.freeze({
	trusted: Object.freeze({ key: 'sb~trusted-app_1', secret: 'sandbox-app-secret' }),
	consent: Object.freeze({ key: 'sb~consent-app_2', secret: 'sandbox-consent-secret' }),
});

module.exports = { APPS, TOKENS };
