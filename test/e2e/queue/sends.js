const assert = require('node:assert/strict');
const { outputOf } = require('../../../demo/api');
const { items, pairing, received, sms, to } = require('../safety/given');
const { assertSuccess } = require('../safety/production');

const EXECUTIONS = 8;
const EACH = 100;

/** Many executions at once, over both workers, and n8n's Retry of one. */
async function checkSends({ check }, cluster, production) {
	const { api, sandbox } = cluster;

	await check(`${EXECUTIONS} executions at once, ${EACH} SMS each: once, and paired`, async () => {
		const workflow = await production.publish([sms(), pairing('Paired')], {
			SMS: { main: [[to('Paired')]] },
		});
		const phones = items(EXECUTIONS * EACH);
		const batches = Array.from({ length: EXECUTIONS }, (_, index) =>
			phones.slice(index * EACH, (index + 1) * EACH),
		);
		await cluster.onBothWorkers(async () => {
			sandbox.reset();
			sandbox.changeSettings({ latency: 100 });
			const executions = await workflow.runAll(batches);
			for (const execution of executions) assertPaired(execution, phones);
			assert.equal(received(sandbox).length, phones.length);
			assert.equal(new Set(received(sandbox)).size, phones.length);
			return executions.map(({ id }) => id);
		});
	});

	await check('one of 100 SMS is refused: Retry sends it and the rest, nothing twice', async () => {
		sandbox.reset();
		sandbox.faults.add({ method: 'POST', path: '/sms', kind: 'status', status: 422, skip: 50 });
		const workflow = await production.publish([sms()]);
		const failed = await workflow.run(items(100));
		assert.equal(failed.status, 'error');
		assertSuccess(await api.retry(failed.id));
		assert.equal(received(sandbox).length, 100);
		assert.equal(new Set(received(sandbox)).size, 100);
	});
}

/** Each item came out in its place, and belongs to its input item. */
function assertPaired(execution, phones) {
	assertSuccess(execution);
	const sent = outputOf(execution, 'SMS').success.map(({ json }) => json.phone);
	const first = phones.findIndex(({ phone }) => phone === sent[0]);
	const expected = phones.slice(first, first + EACH).map(({ phone }) => phone);
	assert.deepEqual(sent, expected);
	assert.deepEqual(
		outputOf(execution, 'Paired').success.map(({ json }) => json.pairedWith),
		expected.map((_, index) => index),
	);
}

module.exports = { checkSends };
