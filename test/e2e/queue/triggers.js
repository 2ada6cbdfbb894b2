const assert = require('node:assert/strict');
const { randomUUID } = require('node:crypto');
const { outputOf } = require('../../../demo/api');
const { phoneOf, received } = require('../safety/given');
const { ask, messageOf } = require('../sendAndWait');
const { assertSuccess } = require('../safety/production');
const { givenWorkflow } = require('../triggers/given');
const { givenVoipNow } = require('../triggers/voipNowGiven');

const EVENTS = 20;

/** Triggers are the business of the main process; what they start runs on the workers. */
async function checkTriggers({ check }, cluster, production) {
	const { sandbox, webhookUrl } = cluster;

	await check(
		`LOX24 Trigger: ${EVENTS} events at the webhook processor, one execution each`,
		async () => {
			const workflow = await givenWorkflow(cluster, 'lox24Trigger', { events: ['sms.incoming'] });
			await workflow.publish();
			const url = workflow.url().replace(cluster.n8nUrl, webhookUrl);
			const statuses = await Promise.all(
				Array.from({ length: EVENTS }, async () => await post(url)),
			);
			assert.deepEqual(statuses, Array(EVENTS).fill(200));
			assert.equal(await workflow.counted(EVENTS, { seconds: 180 }), EVENTS);
			await workflow.unpublish();
			await cluster.until(async () => (await post(url)) === 404, 'it goes on to take events');
		},
	);

	const registering = await givenVoipNow(cluster);
	const assertRegistered = async (wanted) =>
		await registering.assertRegistered(wanted, { seconds: 180 });
	await check('VoipNow Trigger: registered once, also after a restart', async () => {
		sandbox.reset();
		await registering.publish();
		await assertRegistered(registering.expected());
		await cluster.restartN8n();
		await assertRegistered(registering.expected());
	});

	await check(
		'Send and Wait: asked on one worker, which is lost, another one goes on',
		async () => {
			const workflow = await production.publish([ask()]);
			const phone = phoneOf(700);
			const id = await workflow.start([{ phone }]);
			const asking = await cluster.workerOf(id);
			const { link, uuid } = await messageOf(cluster, id, phone);
			await asking.lose();
			const others = cluster.workers.filter((one) => one !== asking);
			// The webhook processor serves the page as well as the main process.
			const page = link.replace(cluster.n8nUrl, webhookUrl);
			assert.notEqual(page, link);
			const forged = page.replace(/.$/, (last) => (last === '0' ? '1' : '0'));
			assert.equal((await fetch(forged)).status, 401);
			assert.match(await (await fetch(page)).text(), /<form method="post">/);
			const body = new URLSearchParams({ approved: 'true' });
			assert.equal((await fetch(page, { method: 'POST', body })).status, 200);
			const execution = await cluster.api.ended(id);
			await cluster.replaceWorker(asking, 'worker-wait');
			assertSuccess(execution);
			const [{ json }] = outputOf(execution, 'Ask').success;
			assert.equal(json.data.approved, true);
			assert.equal(json.sms.uuid, uuid);
			assert.deepEqual(received(sandbox), [phone]);
			assert.ok(others.some((one) => one.executions().includes(id)));
		},
	);

	await check(
		'VoipNow Trigger: the same after a new worker, and none when unpublished',
		async () => {
			sandbox.ring({ from: '4930111', to: '0003*210' });
			await sandbox.eventsDelivered();
			await registering.started(1, { seconds: 180 });
			await assertRegistered(registering.expected());
			assert.equal(await registering.unpublish(), 'not_published');
			await assertRegistered([]);
		},
	);
}

async function post(url) {
	const event = {
		id: randomUUID(),
		api_version: '2022-05-25',
		name: 'sms.incoming',
		created_at: 1,
		attempts_total: 4,
		attempt_number: 1,
		data: { id: randomUUID(), from: '+491701234501', to: '+4915', text: 'Yes', received_at: 1 },
	};
	const headers = { 'content-type': 'application/json' };
	const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(event) });
	await response.text();
	return response.status;
}

module.exports = { checkTriggers };
