const assert = require('node:assert/strict');
const { outputOf } = require('../../demo/api');
const { startSandbox } = require('../../sandbox');

const TYPE = 'voipNowOAuth2Api';
const TOKEN = '/oauth/token.php';
const AN_HOUR = 3601;

/** The OAuth2 credential in a real n8n: its database, its expressions, its callback. */
async function checkOAuth2({ check }, { api, sandbox }) {
	const { trusted, consent } = sandbox.voipNowApps;

	/** Makes a credential as the editor does, and a workflow that uses it. */
	async function create(name, app, data) {
		const values = {
			baseUrl: sandbox.url,
			clientId: app.key,
			clientSecret: app.secret,
			grantType: 'clientCredentials',
			ignoreSSLIssues: false,
			...data,
		};
		const { id } = await api.request('POST', '/credentials', { name, type: TYPE, data: values });
		const workflow = await api.request('POST', '/workflows', workflowWith({ id, name }));
		return {
			id,
			test: () => api.testCredential({ id, name, type: TYPE, data: values }),
			async run(target = sandbox) {
				target.journal.clear();
				const execution = await api.run(workflow.id);
				const steps = target.journal.entries().map(({ path, status }) => {
					return `${path === TOKEN ? 'token' : 'call'} ${status}`;
				});
				return { ...outputOf(execution, 'Update'), steps };
			},
		};
	}

	await sandbox.reset();
	await check('OAuth2 credential: the button "Test" gets a token and uses it', async () => {
		const credential = await create('trusted app, tested', trusted);
		const { status, message } = await credential.test();
		assert.equal(status, 'OK', message);
	});
	await check('OAuth2 credential: a wrong secret is refused', async () => {
		const credential = await create('wrong secret', { key: trusted.key, secret: 'wrong' });
		const { status, message } = await credential.test();
		assert.equal(status, 'Error');
		assert.match(message, /client authentication failed/i);
		const { steps, error } = await credential.run();
		assert.deepEqual(steps, ['token 401']);
		assert.match(error.message, /did not accept the key or the secret/);
	});
	await check('OAuth2, trusted app: n8n keeps the token, and renews it once it ended', async () => {
		const credential = await create('trusted app', trusted);
		assert.deepEqual((await credential.run()).steps, ['token 200', 'call 200']);
		assert.deepEqual((await credential.run()).steps, ['call 200']);
		for (const refusal of [401, 403]) {
			await sandbox.changeSettings({ voipNowTokenRefusal: refusal });
			await sandbox.clock.advance(AN_HOUR);
			const renewed = [`call ${refusal}`, 'token 200', 'call 200'];
			assert.deepEqual((await credential.run()).steps, renewed);
			assert.deepEqual((await credential.run()).steps, ['call 200']);
		}
	});
	await sandbox.reset();
	await check('OAuth2, consent: connecting once, then the token is refreshed', async () => {
		const credential = await create('consent', consent, { grantType: 'authorizationCode' });
		assert.match((await credential.run()).error.message, /no access token/);
		const address = await api.request('GET', `/oauth2-credential/auth?id=${credential.id}`);
		const response = await fetch(address, { redirect: 'manual' });
		const callback = response.headers.get('location');
		// The callback answers with a page, which is no JSON.
		await api.request('GET', callback.slice(callback.indexOf('/oauth2-'))).catch(() => {});
		assert.deepEqual((await credential.run()).steps, ['call 200']);
		await sandbox.clock.advance(AN_HOUR);
		assert.deepEqual((await credential.run()).steps, ['call 401', 'token 200', 'call 200']);
	});
	await check('OAuth2: "Ignore SSL Issues" covers tokens and requests', async () => {
		const secure = await startSandbox({ https: true });
		try {
			const baseUrl = secure.url.replace('https://', '');
			const strict = await create('strict', trusted, { baseUrl });
			const { error, steps } = await strict.run(secure);
			assert.match(error.message, /certificate/);
			assert.deepEqual(steps, []);
			const lenient = await create('lenient', trusted, { baseUrl, ignoreSSLIssues: true });
			assert.deepEqual((await lenient.run(secure)).steps, ['token 200', 'call 200']);
		} finally {
			await secure.close();
		}
	});
	await sandbox.reset();
}

function workflowWith({ id, name }) {
	return {
		name: `OAuth2: ${name}`,
		settings: {},
		nodes: [
			{
				id: '1',
				name: 'Start',
				type: 'n8n-nodes-base.manualTrigger',
				typeVersion: 1,
				position: [0, 0],
				parameters: {},
			},
			{
				id: '2',
				name: 'Update',
				type: 'n8n-nodes-lox24-voipnow.voipNow',
				typeVersion: 1,
				position: [220, 0],
				parameters: {
					authentication: 'oAuth2',
					resource: 'phoneCallEvent',
					operation: 'update',
					userId: '@me',
					extension: '0003*210',
					eventType: '0',
					eventId: { __rl: true, mode: 'id', value: 'NqeyDRqo4FtabmFj8gNWq3hsiGNYyq' },
					updateFields: { note: 'OAuth2' },
				},
				credentials: { [TYPE]: { id, name } },
			},
		],
		connections: { Start: { main: [[{ node: 'Update', type: 'main', index: 0 }]] } },
	};
}

module.exports = { checkOAuth2 };
