const assert = require('node:assert/strict');
const { setTimeout: wait } = require('node:timers/promises');
const { outputOf } = require('../../../demo/api');
const { items, node, received, sms, to } = require('./given');
const { assertSuccess } = require('./production');

const loop = node('Loop', 'n8n-nodes-base.splitInBatches', 3, { batchSize: 1, options: {} });

/** What ends all sending: a token that is refused, and the Stop button. */
async function checkLimits({ check }, name, { api, sandbox }, production) {
	const requests = () => sandbox.journal.entries();

	await check(
		`n8n ${name}: Loop Over Items, 20 items, a wrong token: 2 tries at most`,
		async () => {
			sandbox.reset();
			const { id } = await api.request('POST', '/credentials', {
				name: 'Wrong token',
				type: 'lox24Api',
				data: { baseUrl: sandbox.url, token: `1000001:wrong-${Date.now()}` },
			});
			const tested = sms(
				{},
				{
					onError: 'continueRegularOutput',
					credentials: { lox24Api: { id, name: 'Wrong token' } },
				},
			);
			const workflow = await production.publish([loop, tested], {
				Loop: { main: [[], [to('SMS')]] },
				SMS: { main: [[to('Loop')]] },
			});
			const execution = await workflow.run(items(20));
			assertSuccess(execution);
			const { success } = outputOf(execution, 'Loop');
			assert.equal(success.length, 20);
			for (const { json } of success) assert.match(json.error, /LOX24 refused the token/);
			const count = requests().length;
			assert.ok(count >= 1 && count <= 2, `${count} requests had the wrong token`);
		},
	);

	await check(`n8n ${name}: Stop with 5,000 items: nothing further is sent`, async () => {
		sandbox.reset();
		sandbox.changeSettings({ latency: 200 });
		const workflow = await production.publish([sms()]);
		const id = await workflow.start(items(5000));
		for (let waited = 0; requests().length < 30; waited += 20) {
			assert.ok(waited < 90_000, 'it does not begin to send');
			await wait(20);
		}
		await api.stop(id);
		const sent = requests().length;
		assert.ok(sent < 500, `${sent} were sent before`);
		await wait(1500);
		assert.equal(requests().length, sent);
		assert.ok(received(sandbox).length <= sent);
		assert.equal((await api.ended(id)).status, 'canceled');
	});
}

module.exports = { checkLimits };
