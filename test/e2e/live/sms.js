const assert = require('node:assert/strict');
const { successOf } = require('../successOf');
const { CUSTOMER, empty, givenExample, receive, repeat, rowsOf, sentTo } = require('./given');

/** SMS that come in, and reports about those that went out. */
async function checkSms({ check }, demo) {
	const { sandbox } = demo;

	await check('answer-sms.json: a keyword gets its answer, once', async () => {
		const example = givenExample(demo, 'answer-sms');
		await empty(demo);
		await example.startedBy(() => receive(demo, 'hours, please'));
		example.assertWire();
		const again = await example.startedBy(() => repeat(demo, 'sms.incoming'));
		assert.equal(successOf(again, 'Reply').length, 1);
		const texts = sentTo(demo, CUSTOMER).map(({ text }) => text);
		assert.deepEqual(texts, ['We are open Tuesday to Sunday, 5 pm to 11 pm. Blue Oyster']);
		const other = await example.startedBy(() => receive(demo, 'Will you open on Monday?'));
		assert.equal(successOf(other, 'A person reads it').length, 1);
		assert.equal(sentTo(demo, CUSTOMER).length, 1);
	});

	await check('stop-keyword.json: STOP blocks the number, other words do not', async () => {
		const example = givenExample(demo, 'stop-keyword');
		await empty(demo);
		const isBlocked = () =>
			[...sandbox.state.blockedNumbers.values()].some(({ number }) => number === CUSTOMER);
		await example.startedBy(() => receive(demo, "Don't stop now"));
		assert.equal(isBlocked(), false);
		await example.startedBy(() => receive(demo, ' Stop. '));
		assert.equal(isBlocked(), true);
		const [before] = sandbox.state.blockedNumbers.values();
		const again = await example.startedBy(() => receive(demo, 'STOP'));
		const [{ number, reason }] = successOf(again, 'Not blocked');
		assert.equal(number, CUSTOMER);
		assert.match(reason, /exists|already/);
		assert.deepEqual([...sandbox.state.blockedNumbers.values()][0], before);
		example.assertWire();
	});

	await check('live-delivery-reports.json: one row, although LOX24 repeats the event', async () => {
		const example = givenExample(demo, 'live-delivery-reports');
		await empty(demo);
		const message = {
			phone: CUSTOMER,
			sender_id: 'MyShop',
			text: 'Hello',
			callback_data: 'order-1',
		};
		await fetch(`${sandbox.url}/sms`, {
			method: 'POST',
			headers: { 'X-LOX24-AUTH-TOKEN': sandbox.tokens.lox24, 'Content-Type': 'application/json' },
			body: JSON.stringify(message),
		});
		await example.startedBy(async () => {
			sandbox.clock.advance(60);
			await sandbox.webhooksDelivered();
		});
		const repeated = await example.startedBy(() => repeat(demo, 'sms.delivery'));
		assert.deepEqual(successOf(repeated, 'First attempt only'), []);
		const [{ uuid }] = sentTo(demo, CUSTOMER);
		const rows = (await rowsOf(demo, 'LOX24 live reports')).filter((row) => row.message === uuid);
		assert.deepEqual(
			rows.map(({ callback_data, delivery }) => [callback_data, delivery]),
			[['order-1', 'Delivered']],
		);
	});

	await check('sms-by-polling.json: a message that came is a row, once', async () => {
		const example = givenExample(demo, 'sms-by-polling');
		await empty(demo);
		// n8n polls when a workflow is published; the next time is a minute later.
		await demo.api.deactivate(example.id);
		await receive(demo, 'Without a public address');
		sandbox.journal.clear();
		await example.startedBy(() => demo.api.activate(example.id));
		example.assertWire();
		await demo.api.deactivate(example.id);
		await demo.api.activate(example.id);
		await demo.api.deactivate(example.id);
		const rows = await rowsOf(demo, 'Received SMS');
		assert.deepEqual(
			rows.filter(({ text }) => text === 'Without a public address').map(({ sender }) => sender),
			[CUSTOMER],
		);
	});
}

module.exports = { checkSms };
