const assert = require('node:assert/strict');
const { outputOf } = require('../../../demo/api');
const { phoneOf, received, sms } = require('../safety/given');
const { assertSuccess } = require('../safety/production');

const COUNT = 40;
const BEFORE = 5;

/** Numbers that nobody else gets a message at. */
const people = (first) => Array.from({ length: COUNT }, (_, index) => phoneOf(first + index));

const inputOf = (phones) => phones.map((phone) => ({ phone, order: `order ${phone}` }));

/** What becomes of an execution whose worker is gone, and what it takes to send the rest. */
async function checkLost({ check }, cluster, production) {
	const { sandbox } = cluster;
	const receivedBy = (phones) => received(sandbox).filter((phone) => phones.includes(phone));

	const publish = async (options, additionalFields = {}) =>
		await production.publish([sms({ additionalFields, options: { concurrency: 1, ...options } })]);

	/** Starts a run, and stays until it has sent some of its messages. */
	async function startSending(workflow, phones) {
		const id = await workflow.start(inputOf(phones));
		await cluster.until(() => receivedBy(phones).length >= BEFORE, 'it does not send');
		return id;
	}

	/** The service goes on with a request whose sender is gone. */
	const isSettled = () => sandbox.journal.entries().every(({ status }) => status !== null);

	/** @returns how many were sent before */
	async function assertPartly(phones) {
		await cluster.until(isSettled, 'a request is still in flight');
		const sent = receivedBy(phones).length;
		assert.ok(sent >= BEFORE && sent < COUNT, `${sent} were sent`);
		return sent;
	}

	/** Everybody has one message, and those that were sent before are marked. */
	function assertOnce(execution, phones, before) {
		assertSuccess(execution);
		assert.deepEqual(receivedBy(phones).sort(), phones);
		const { success } = outputOf(execution, 'SMS');
		assert.equal(success.length, COUNT);
		assert.equal(success.filter(({ json }) => json.sentEarlier).length, before);
	}

	function begin() {
		sandbox.reset();
		sandbox.changeSettings({ latency: 1000 });
	}

	const first = people(0);
	const named = await publish({ skipIfAlreadySent: true }, { callbackData: '={{ $json.order }}' });
	let sent;

	await check(
		'a worker is lost in the middle: the execution fails, nothing more is sent',
		async () => {
			begin();
			const id = await startSending(named, first);
			const worker = await cluster.workerOf(id);
			await worker.lose();
			sent = await assertPartly(first);
			const { status, data } = await cluster.api.ended(id);
			await cluster.replaceWorker(worker, 'worker-3');
			assert.equal(status, 'error');
			assert.match(data.resultData.error.message, /failed to be processed too many times/);
			assert.equal(receivedBy(first).length, sent);
			// n8n has kept nothing that a Retry could begin with.
			const again = await cluster.api.retry(id);
			assert.deepEqual(Object.keys(again.data.resultData.runData), []);
			assert.equal(receivedBy(first).length, sent);
			console.log(`      n8n's Retry of it does nothing and ends with "${again.status}"`);
		},
	);

	await check('the workflow started again, with Skip If Already Sent: each once', async () => {
		sandbox.changeSettings({ latency: 0 });
		assertOnce(await named.run(inputOf(first)), first, sent);
	});

	const [second, third] = [people(100), people(200)];
	const crashed = [];
	let before;
	let unprotected;

	await check('main process and workers are lost: their executions have crashed', async () => {
		begin();
		const workflows = [await publish({}), await publish({ preventDuplicates: false })];
		crashed.push(
			...(await Promise.all(
				[second, third].map((phones, index) => startSending(workflows[index], phones)),
			)),
		);
		const lost = [...cluster.workers];
		await Promise.all([cluster.loseMain(), ...lost.map((worker) => worker.lose())]);
		[before, unprotected] = await Promise.all([second, third].map(assertPartly));
		await Promise.all(
			lost.map((worker, index) => cluster.replaceWorker(worker, `worker-${index + 4}`)),
		);
		await cluster.queueIsIdle();
		await cluster.restartN8n();
		for (const id of crashed) assert.equal((await cluster.api.ended(id)).status, 'crashed');
		assert.equal(receivedBy(second).length, before);
		assert.equal(receivedBy(third).length, unprotected);
		sandbox.changeSettings({ latency: 0 });
	});

	await check('Retry of a crashed execution: each once', async () => {
		assertOnce(await cluster.api.retry(crashed[0]), second, before);
	});

	await check(
		'the same without Prevent Duplicates: sent again, as docs/scaling.md says',
		async () => {
			assertSuccess(await cluster.api.retry(crashed[1]));
			assert.equal(receivedBy(third).length, unprotected + COUNT);
		},
	);
}

module.exports = { checkLost };
