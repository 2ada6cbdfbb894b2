const assert = require('node:assert/strict');
const { randomUUID } = require('node:crypto');
const { givenWorkflow } = require('./given');

const EVENT = () => ({
	id: randomUUID(),
	api_version: '2022-05-25',
	name: 'sms.incoming',
	created_at: 1,
	attempts_total: 1,
	attempt_number: 1,
	data: { id: randomUUID(), from: '+491701234501', to: '+4915', text: 'Yes', received_at: 1 },
});

async function post(url, body, headers = { 'content-type': 'application/json' }) {
	const text = typeof body === 'string' ? body : JSON.stringify(body);
	const response = await fetch(url, { method: 'POST', headers, body: text });
	return { status: response.status, text: await response.text() };
}

/** The LOX24 Trigger: who gets in, what comes out, and that nothing is lost. */
async function checkLox24Trigger({ check }, name, demo) {
	await check(`n8n ${name}: LOX24 Trigger: an event starts the published workflow`, async () => {
		const workflow = await givenWorkflow(demo, 'lox24Trigger', { events: ['sms.incoming'] });
		await workflow.publish();
		const event = EVENT();
		assert.deepEqual(await post(workflow.url(), event), { status: 200, text: '' });
		const [item] = await workflow.newestItems();
		assert.equal(item.id, event.id);
		assert.equal(item.attempt_total, 1);
		assert.equal(item.data.received_at_iso, '1970-01-01T00:00:01.000Z');
		await workflow.unpublish();
		assert.equal((await post(workflow.url(), event)).status, 404);
	});
}

module.exports = { checkLox24Trigger };
