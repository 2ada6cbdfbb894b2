const assert = require('node:assert/strict');
const { successOf } = require('../successOf');
const { CUSTOMER, empty, givenExample, receive, sentTo, until, waiting } = require('./given');

/** Workflows that ask somebody by SMS and go on with the reply. */
async function checkAsking({ check }, demo) {
	await check('ask-by-sms.json: the reply wakes up the workflow that asked', async () => {
		const example = givenExample(demo, 'ask-by-sms');
		await empty(demo);
		const asking = await example.start();
		await waiting(demo, asking);
		example.assertWire();
		const foreign = await example.startedBy(() => receive(demo, 'Hi', '+491713920017'));
		assert.deepEqual(successOf(foreign, 'Who waits for it?'), []);
		assert.equal((await demo.api.execution(asking)).status, 'waiting');
		await receive(demo, 'YES');
		const execution = await example.ended(asking);
		const [{ phone, reply }] = successOf(execution, 'Reply');
		assert.deepEqual([phone, reply], [CUSTOMER, 'YES']);
		const late = await example.startedBy(() => receive(demo, 'And thank you'));
		assert.deepEqual(successOf(late, 'Who waits for it?'), []);
	});

	await check('ask-by-sms-and-look.json: finds the reply, and not what came before', async () => {
		const example = givenExample(demo, 'ask-by-sms-and-look');
		await empty(demo);
		await receive(demo, 'Before the question');
		for (const one of demo.sandbox.state.incomings.values()) one.received_at -= 10;
		const asking = await example.start();
		await until('it asks', () => sentTo(demo, CUSTOMER).length > 0);
		await receive(demo, 'NO');
		const execution = await example.ended(asking);
		const [{ phone, reply }] = successOf(execution, 'Reply');
		assert.deepEqual([phone, reply], [CUSTOMER, 'NO']);
		example.assertWire();
	});

	await check('ask-by-sms-and-look.json: gives up after twelve rounds', async () => {
		const { workflow } = givenExample(demo, 'ask-by-sms-and-look');
		const { nodes, connections, settings } = structuredClone(workflow);
		nodes.find(({ name }) => name === 'Wait 5 seconds').parameters.amount = 0;
		const copy = { name: 'In a hurry', nodes, connections, settings };
		const { id } = await demo.api.create(copy);
		await empty(demo);
		const execution = await demo.api.run(id, { seconds: 120 });
		assert.equal(Number(successOf(execution, 'No reply')[0].rounds), 12);
		assert.equal(sentTo(demo, CUSTOMER).length, 1);
	});

	for (const [approved, node] of [
		['true', 'Order the chairs'],
		['false', 'Tell the buyer'],
	]) {
		await check(`approve-by-sms.json: ${node}`, async () => {
			const example = givenExample(demo, 'approve-by-sms');
			await empty(demo);
			const asking = await example.start();
			await waiting(demo, asking);
			const [{ text }] = sentTo(demo, CUSTOMER);
			const [link] = /http:\S+/.exec(text);
			assert.match(await (await fetch(link)).text(), /Yes, order/);
			const body = new URLSearchParams({ approved });
			assert.equal((await fetch(link, { method: 'POST', body })).status, 200);
			const execution = await example.ended(asking);
			assert.equal(successOf(execution, node)[0].order, '4711');
			example.assertWire();
		});
	}
}

module.exports = { checkAsking };
