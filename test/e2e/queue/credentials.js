const assert = require('node:assert/strict');
const { outputOf } = require('../../../demo/api');
const { items, node, sms } = require('../safety/given');
const { assertSuccess } = require('../safety/production');

const EXECUTIONS = 8;
const BATCHES = Array.from({ length: EXECUTIONS }, () => items(5));

const TOKEN = '/oauth/token.php';
const AN_HOUR = 3601;

/** Each process knows only what it has sent itself. */
async function checkCredentials({ check }, cluster, production) {
	const { api, sandbox } = cluster;
	const entries = () => sandbox.journal.entries();

	await check('a wrong token on two workers and the main process: not blocked', async () => {
		sandbox.reset();
		const name = 'Wrong token';
		const data = { baseUrl: sandbox.url, token: `1000001:wrong-${Date.now()}` };
		const { id } = await api.request('POST', '/credentials', { name, type: 'lox24Api', data });
		const tested = sms({}, { credentials: { lox24Api: { id, name } } });
		const workflow = await production.publish([tested]);
		await cluster.onBothWorkers(async () => {
			const executions = await workflow.runAll(BATCHES);
			for (const { status, data: ended } of executions) {
				assert.equal(status, 'error');
				assert.match(ended.resultData.error.message, /refused/);
			}
			return executions.map((one) => one.id);
		});
		// The editor runs a workflow in the main process.
		const start = node('Start', 'n8n-nodes-base.manualTrigger', 1, {});
		const byHand = await api.create({
			name: 'By hand',
			nodes: [start, { ...tested, parameters: { ...tested.parameters, phone: '+4915112345678' } }],
			connections: { Start: { main: [[{ node: 'SMS', type: 'main', index: 0 }]] } },
			settings: {},
		});
		assert.equal((await api.run(byHand.id)).status, 'error');
		const statuses = entries().map(({ status }) => status);
		assert.deepEqual([...new Set(statuses)], [401]);
		console.log(`      ${statuses.length} refused requests by three processes`);
	});

	await check('OAuth2: no token yet, then a stored one, then one that has ended', async () => {
		sandbox.reset();
		const workflow = await production.publish([await voipNow(cluster)]);
		const runAll = async (what) => {
			sandbox.changeSettings({ latency: 50 });
			await cluster.onBothWorkers(async () => {
				const executions = await workflow.runAll(BATCHES);
				for (const execution of executions) {
					assertSuccess(execution);
					assert.equal(outputOf(execution, 'Update').success.length, 5);
				}
				return executions.map(({ id }) => id);
			});
			const tokens = entries().filter(({ path }) => path === TOKEN).length;
			sandbox.journal.clear();
			console.log(`      ${what}: ${tokens} token requests`);
			return tokens;
		};
		const oneUpTo = (most, count) => assert.ok(count >= 1 && count <= most, `${count} requests`);
		// n8n gets the first token without asking the other processes.
		oneUpTo(cluster.workers.length, await runAll('none stored'));
		assert.equal(await runAll('one stored'), 0);
		await sandbox.clock.advance(AN_HOUR);
		// Its lock on renewals has a gap, in which one more of them may slip through.
		oneUpTo(EXECUTIONS / 2, await runAll('one that has ended'));
	});
}

/** A node with a credential of its own that has no token yet. */
async function voipNow({ api, sandbox }) {
	const { key, secret } = sandbox.voipNowApps.trusted;
	const [type, name] = ['voipNowOAuth2Api', 'Queue mode'];
	const data = {
		baseUrl: sandbox.url,
		clientId: key,
		clientSecret: secret,
		grantType: 'clientCredentials',
		ignoreSSLIssues: false,
	};
	const { id } = await api.request('POST', '/credentials', { name, type, data });
	const parameters = {
		authentication: 'oAuth2',
		resource: 'phoneCallEvent',
		operation: 'update',
		userId: '@me',
		extension: '0003*210',
		eventType: '0',
		eventId: { __rl: true, mode: 'id', value: 'NqeyDRqo4FtabmFj8gNWq3hsiGNYyq' },
		updateFields: { note: 'Queue mode' },
	};
	const credentials = { [type]: { id, name } };
	return node('Update', 'n8n-nodes-lox24-voipnow.voipNow', 1, parameters, { credentials });
}

module.exports = { checkCredentials };
