const assert = require('node:assert/strict');

/** An address of this machine on which nothing listens. */
const NOBODY = 'http://127.0.0.1:9';

/** The button "Test" of both credential dialogs, in every case a user gets into. */
async function checkCredentials({ check }, { api, sandbox }) {
	const messages = new Map();

	const lox24 = (data) => test('lox24Api', { baseUrl: sandbox.url, ...data });
	const voipNow = (data) =>
		test('voipNowApi', { baseUrl: sandbox.url, ignoreSSLIssues: false, ...data });

	async function test(type, data) {
		sandbox.journal.clear();
		const result = await api.testCredential({ id: '', name: 'e2e', type, data });
		return { ...result, requests: sandbox.journal.entries() };
	}

	/** Refused, for a reason that no other case has. */
	function assertRefused({ status, message }, name, pattern) {
		assert.equal(status, 'Error');
		assert.match(message, pattern);
		for (const [other, known] of messages) assert.notEqual(message, known, `same as for ${other}`);
		messages.set(name, message);
	}

	await sandbox.reset();
	await check('LOX24 credential: the right token is accepted with one request', async () => {
		const result = await lox24({ token: sandbox.tokens.lox24 });
		assert.equal(result.status, 'OK', result.message);
		assert.equal(result.requests.length, 1);
	});
	await check('LOX24 credential: a wrong token costs exactly one request', async () => {
		const result = await lox24({ token: '1:wrong' });
		assertRefused(result, 'wrong token', /token/i);
		assert.equal(result.requests.length, 1);
	});
	await check('LOX24 credential: an inactive account is told apart', async () => {
		const result = await lox24({ token: sandbox.tokens.lox24Inactive });
		assertRefused(result, 'inactive account', /active/i);
	});
	await check('LOX24 credential: a blocked IP is told apart', async () => {
		// More than three wrong tokens in a minute; one was sent above.
		for (let count = 0; count < 4; count++) await lox24({ token: '1:wrong' });
		const result = await lox24({ token: sandbox.tokens.lox24 });
		assertRefused(result, 'blocked IP', /block/i);
	});
	await sandbox.reset();
	await check('LOX24 credential: an unreachable service is told apart', async () => {
		const result = await lox24({ baseUrl: NOBODY, token: sandbox.tokens.lox24 });
		assertRefused(result, 'unreachable', /refused|reach|connect/i);
	});

	messages.clear();
	await check('VoipNow credential: the right token is accepted', async () => {
		const result = await voipNow({ accessToken: sandbox.tokens.voipNow });
		assert.equal(result.status, 'OK', result.message);
	});
	await check('VoipNow credential: a wrong token is refused', async () => {
		assertRefused(await voipNow({ accessToken: 'wrong' }), 'wrong token', /token/i);
	});
	await check('VoipNow credential: an unreachable server is told apart', async () => {
		const data = { baseUrl: NOBODY, accessToken: sandbox.tokens.voipNow };
		assertRefused(await voipNow(data), 'unreachable', /refused|reach|connect/i);
	});
	await sandbox.reset();
}

module.exports = { checkCredentials };
