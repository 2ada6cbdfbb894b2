const assert = require('node:assert/strict');
const { randomUUID } = require('node:crypto');
const { setTimeout: wait } = require('node:timers/promises');
const { givenWorkflow } = require('./given');

const LOX24 = { lox24Api: { id: 'demoLox24', name: 'LOX24 (demo)' } };

/** Seconds in which n8n 2.41 tries five times to publish; older versions try once. */
const FIVE_TRIES = 15;

/** n8n polls at each publication and each start; the next time would be an hour later. */
const parameters = {
	event: 'smsReceived',
	pollTimes: { item: [{ mode: 'everyX', value: 12, unit: 'hours' }] },
};

/** The LOX24 Polling Trigger: what comes out over publications and restarts, and wrong tokens. */
async function checkPolling({ check }, name, demo) {
	const { sandbox } = demo;
	const title = (text) => `n8n ${name}: LOX24 Polling Trigger: ${text}`;

	function receive(text) {
		const uuid = randomUUID();
		const received_at = sandbox.clock.now();
		const message = { uuid, to: '+491771234567', from: '+491701234501', text, msg_uuid: null };
		sandbox.state.incomings.set(uuid, { ...message, received_at });
		return uuid;
	}

	const given = (credentials) =>
		givenWorkflow(demo, 'lox24PollingTrigger', parameters, { credentials });

	const polls = () =>
		sandbox.journal.entries().filter(({ path }) => path.startsWith('/incomings')).length;

	/** Whatever n8n starts, it starts while it polls. */
	async function assertStarted(workflow, count) {
		await workflow.started(count);
		await wait(500);
		assert.equal((await workflow.executions()).length, count);
	}

	sandbox.reset();
	const workflow = await given(LOX24);
	await check(title('what is there when it is published starts nothing'), async () => {
		await workflow.publish();
		await assertStarted(workflow, 0);
	});
	await check(title('what came while it was not published comes out once'), async () => {
		await workflow.unpublish();
		const first = receive('First');
		const second = receive('Second');
		await workflow.publish();
		const items = await workflow.newestItems();
		// Which of one second came first is not known.
		assert.deepEqual(new Set(items.map(({ uuid }) => uuid)), new Set([first, second]));
		assert.equal(items.length, 2);
		await workflow.unpublish();
		await workflow.publish();
		await assertStarted(workflow, 1);
	});
	await check(title('what came while n8n was down comes out once'), async () => {
		const uuid = receive('Third');
		await demo.restartN8n();
		await assertStarted(workflow, 2);
		const items = await workflow.newestItems();
		assert.deepEqual(
			items.map((item) => item.uuid),
			[uuid],
		);
		const before = polls();
		await demo.restartN8n();
		// n8n may be there before it polls.
		for (let waited = 0; polls() === before; waited += 50) {
			assert.ok(waited < 90_000, 'n8n has not polled');
			await wait(50);
		}
		await assertStarted(workflow, 2);
	});
	await check(title('a run in the editor shows the newest one and changes nothing'), async () => {
		const uuid = receive('Fourth');
		const before = (await demo.api.request('GET', `/workflows/${workflow.id}`)).staticData;
		const saved = await demo.api.request('GET', `/workflows/${workflow.id}`);
		const { executionId } = await demo.api.request('POST', `/workflows/${workflow.id}/run`, {
			triggerToStartFrom: { name: 'Trigger' },
			workflowData: saved,
		});
		const { data, status } = await demo.api.ended(executionId);
		assert.equal(status, 'success', data.resultData.error?.message);
		const [item] = data.resultData.runData.Trigger[0].data.main[0];
		assert.equal(item.json.uuid, uuid);
		const after = (await demo.api.request('GET', `/workflows/${workflow.id}`)).staticData;
		assert.deepEqual(after, before);
		await workflow.unpublish();
		await workflow.publish();
		await assertStarted(workflow, 4);
		await workflow.unpublish();
	});
	await check(title('a wrong token at publishing is sent once, not five times'), async () => {
		const wrong = { name: 'Wrong token', type: 'lox24Api' };
		const data = { baseUrl: sandbox.url, token: '1000001:wrong-token' };
		const { id } = await demo.api.request('POST', '/credentials', { ...wrong, data });
		const refused = await given({ lox24Api: { id, name: wrong.name } });
		sandbox.journal.clear();
		const begun = Date.now();
		await assert.rejects(refused.publish());
		await wait(Math.max(0, begun + (FIVE_TRIES + 1) * 1000 - Date.now()));
		const statuses = sandbox.journal.entries().map((entry) => entry.status);
		assert.deepEqual(statuses, [401]);
		await refused.unpublish().catch(() => {});
	});
}

module.exports = { checkPolling };
