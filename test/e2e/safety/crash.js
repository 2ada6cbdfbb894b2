const assert = require('node:assert/strict');
const { setTimeout: wait } = require('node:timers/promises');
const { endTree } = require('../../../scripts/processes');
const { items, received, sms } = require('./given');

const COUNT = 40;
const BEFORE = 5;

/** n8n keeps what an execution and its Retry have in common since this version. */
const SINCE = '2.41';

/** Retry of an execution of which n8n has kept nothing but the input: nothing is sent twice. */
async function checkCrash({ check }, name, demo, production) {
	if (name !== SINCE) return;
	const { sandbox } = demo;
	const ends = {
		'n8n is killed': async () => {
			endTree(demo.n8n.pid, 'SIGKILL');
			await demo.n8n.ended;
			await demo.restartN8n();
		},
		'Stop is clicked': async (id) => await demo.api.stop(id),
	};
	for (const [how, end] of Object.entries(ends)) {
		await check(
			`n8n ${name}: ${how} in the middle of ${COUNT} SMS, then Retry: ${COUNT}`,
			async () => {
				const workflow = await production.publish([sms({ options: { concurrency: 1 } })]);
				sandbox.reset();
				sandbox.changeSettings({ latency: 500 });
				const id = await workflow.start(items(COUNT));
				for (let waited = 0; received(sandbox).length < BEFORE; waited += 50) {
					assert.ok(waited < 90_000, 'it does not begin to send');
					await wait(50);
				}
				await end(id);
				const { status } = await demo.api.ended(id);
				assert.match(status, /^(crashed|canceled)$/);
				// The service goes on with a request whose sender is gone.
				const isSettled = () => sandbox.journal.entries().every((entry) => entry.status !== null);
				while (!isSettled()) await wait(50);
				const before = received(sandbox).length;
				assert.ok(before < COUNT, `${before} were sent before`);
				sandbox.changeSettings({ latency: 0 });
				const { data } = await demo.api.retry(id);
				const [run] = data.resultData.runData.SMS;
				assert.equal(run.executionStatus, 'success');
				const earlier = run.data.main[0].map(({ json }) => json.sentEarlier === true);
				assert.equal(earlier.length, COUNT);
				assert.equal(earlier.filter(Boolean).length, before);
				assert.equal(received(sandbox).length, COUNT);
				assert.equal(new Set(received(sandbox)).size, COUNT);
			},
		);
	}
}

module.exports = { checkCrash };
