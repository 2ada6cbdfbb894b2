const assert = require('node:assert/strict');
const { outputOf } = require('../../../demo/api');
const { items, received, sms } = require('../safety/given');
const { assertSuccess } = require('../safety/production');

const COUNT = 40;
const BEFORE = 10;

const ONE_BY_ONE = { concurrency: 1 };

/** What becomes of an execution whose worker is gone, and what it takes to send the rest. */
async function checkLost({ check }, cluster, production) {
	const { api, sandbox } = cluster;
	const all = items(COUNT);

	/** Starts a run and stays until it has sent some of its messages. */
	async function startSending(workflow) {
		sandbox.reset();
		sandbox.changeSettings({ latency: 250 });
		const id = await workflow.start(all);
		await cluster.until(() => received(sandbox).length >= BEFORE, 'it does not send');
		return id;
	}

	/** @returns how many were sent before */
	function assertPartly() {
		const sent = received(sandbox).length;
		assert.ok(sent >= BEFORE && sent < COUNT, `${sent} were sent`);
		return sent;
	}

	function assertEverybodyOnce() {
		assert.equal(received(sandbox).length, COUNT, 'somebody got a second message, or none');
		assert.equal(new Set(received(sandbox)).size, COUNT);
	}

	const order = '={{ $json.phone.slice(-6) }}';
	const publish = async (options, additionalFields = {}) =>
		await production.publish([sms({ additionalFields, options: { ...ONE_BY_ONE, ...options } })]);
	let named;
	let sent;

	await check(
		'a worker is lost in the middle: the execution fails, nothing is sent by itself',
		async () => {
			named = await publish({ skipIfAlreadySent: true }, { callbackData: order });
			const id = await startSending(named);
			const worker = await cluster.workerOf(id);
			await worker.lose();
			sent = assertPartly();
			const { status, data } = await api.ended(id, { seconds: 180 });
			assert.equal(status, 'error');
			assert.match(data.resultData.error.message, /failed to be processed too many times/);
			assert.equal(received(sandbox).length, sent);
			await cluster.replaceWorker(worker, 'worker-3');
			// n8n has kept nothing that a Retry could begin with.
			const again = await api.retry(id);
			assert.deepEqual(Object.keys(again.data.resultData.runData), []);
			console.log(`      n8n's Retry of it does nothing and ends with "${again.status}"`);
			assert.equal(received(sandbox).length, sent);
		},
	);

	await check('the workflow started again, with Skip If Already Sent: each once', async () => {
		sandbox.changeSettings({ latency: 0 });
		const execution = await named.run(all);
		assertSuccess(execution);
		assertEverybodyOnce();
		const { success } = outputOf(execution, 'SMS');
		assert.equal(success.length, COUNT);
		assert.equal(success.filter(({ json }) => json.sentEarlier).length, sent);
	});

	await check(
		'main process and worker are lost: Retry of the crashed execution, each once',
		async () => {
			const workflow = await publish({});
			const id = await startSending(workflow);
			const worker = await cluster.workerOf(id);
			await Promise.all([worker.lose(), cluster.loseMain()]);
			const before = assertPartly();
			await cluster.queueIsIdle();
			await Promise.all([cluster.restartN8n(), cluster.replaceWorker(worker, 'worker-4')]);
			assert.equal((await api.ended(id, { seconds: 180 })).status, 'crashed');
			assert.equal(received(sandbox).length, before);
			sandbox.changeSettings({ latency: 0 });
			const again = await cluster.api.retry(id);
			assertSuccess(again);
			assertEverybodyOnce();
			const { success } = outputOf(again, 'SMS');
			assert.equal(success.filter(({ json }) => json.sentEarlier).length, before);
		},
	);

	await check('the same without a callback data: Retry sends again what was sent', async () => {
		const workflow = await publish({ preventDuplicates: false });
		const id = await startSending(workflow);
		const worker = await cluster.workerOf(id);
		await Promise.all([worker.lose(), cluster.loseMain()]);
		const before = assertPartly();
		await cluster.queueIsIdle();
		await Promise.all([cluster.restartN8n(), cluster.replaceWorker(worker, 'worker-5')]);
		await cluster.api.ended(id, { seconds: 180 });
		sandbox.changeSettings({ latency: 0 });
		assertSuccess(await cluster.api.retry(id));
		assert.equal(received(sandbox).length, before + COUNT);
	});
}

module.exports = { checkLost };
