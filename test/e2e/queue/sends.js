const assert = require('node:assert/strict');
const { outputOf } = require('../../../demo/api');
const { items, pairing, received, sms, to } = require('../safety/given');
const { assertSuccess } = require('../safety/production');

const EXECUTIONS = 8;
const EACH = 100;

/** Many executions at once, over both workers. */
async function checkSends({ check }, demo, production) {
	const { sandbox, workers } = demo;

	await check(`${EXECUTIONS} executions at once, ${EACH} SMS each: once, and paired`, async () => {
		sandbox.reset();
		// Long enough that one worker alone would not be through with all of them at once.
		sandbox.changeSettings({ latency: 50 });
		const workflow = await production.publish([sms(), pairing('Paired')], {
			SMS: { main: [[to('Paired')]] },
		});
		const phones = items(EXECUTIONS * EACH);
		const batches = Array.from({ length: EXECUTIONS }, (_, index) =>
			phones.slice(index * EACH, (index + 1) * EACH),
		);
		const executions = await workflow.runAll(batches);

		for (const execution of executions) {
			assertSuccess(execution);
			const { success } = outputOf(execution, 'SMS');
			const sent = success.map(({ json }) => json.phone);
			const first = phones.findIndex(({ phone }) => phone === sent[0]);
			const expected = phones.slice(first, first + EACH).map(({ phone }) => phone);
			assert.deepEqual(sent, expected);
			const paired = outputOf(execution, 'Paired').success;
			assert.deepEqual(
				paired.map(({ json }) => json.pairedWith),
				expected.map((_, index) => index),
			);
		}
		assert.equal(received(sandbox).length, phones.length);
		assert.equal(new Set(received(sandbox)).size, phones.length);
		const ids = executions.map(({ id }) => id);
		for (const { name, executions: begun } of workers)
			assert.ok(
				begun().some((id) => ids.includes(id)),
				`${name} did nothing`,
			);
	});
}

module.exports = { checkSends };
