const assert = require('node:assert/strict');
const { outputOf } = require('../../../demo/api');
const { items, received, sms } = require('./given');
const { assertSuccess } = require('./production');

const COUNT = 500;
const REFUSED = 300;

const ALL = items(COUNT).map(({ phone }) => phone);

const VARIANTS = {
	'default options': {},
	'the same Callback Data for all': { additionalFields: { callbackData: 'campaign' } },
};

/** n8n's Retry of an execution that has sent some of its messages: everybody gets one. */
async function checkRetry({ check }, name, { api, sandbox }, production) {
	for (const [variant, parameters] of Object.entries(VARIANTS)) {
		const title = `n8n ${name}: 500 SMS, one refused, ${variant}`;
		let workflow;

		const size = await check(`${title}: Retry, with the original workflow`, async () => {
			workflow = await production.publish([sms(parameters)]);
			const failed = await fail(workflow);
			const before = received(sandbox);
			const again = await api.retry(failed.id);
			assertEverybodyOnce(again, before);
			assert.equal(partsOf(again).length, 0, 'a successful execution keeps nothing for a Retry');
			return await describeSize(failed);
		});
		if (size) console.log(`      ${size}`);

		await check(`${title}: Retry, with the saved workflow, and of the retry`, async () => {
			const failed = await fail(workflow);
			await workflow.save({ text: 'Good evening' });
			refuse(50);
			const second = await api.retry(failed.id, { loadWorkflow: true });
			assert.equal(second.status, 'error');
			const before = received(sandbox);
			assert.ok(before.length >= REFUSED + 50 - 1, `${before.length} were sent before`);
			assertEverybodyOnce(await api.retry(second.id, { loadWorkflow: true }), before);
			const messages = [...sandbox.state.sms.values()];
			const changed = messages.filter(({ text }) => text === 'Good evening').length;
			assert.ok(changed > 150 && changed < 200, `${changed} have the text that was saved`);
		});
	}

	/** Runs the workflow until the service refuses a message, which ends it. */
	async function fail(workflow) {
		sandbox.reset();
		refuse(REFUSED);
		const failed = await workflow.run(items(COUNT));
		assert.equal(failed.status, 'error');
		assert.match(failed.data.resultData.error.message, /LOX24 could not process the input/);
		return failed;
	}

	function refuse(skip) {
		sandbox.faults.add({ method: 'POST', path: '/sms', kind: 'status', status: 422, skip });
	}

	function assertEverybodyOnce(execution, before) {
		assertSuccess(execution);
		assert.equal(received(sandbox).length, COUNT, 'somebody got a second message, or none');
		assert.equal(new Set(received(sandbox)).size, COUNT);
		const { success } = outputOf(execution, 'SMS');
		assert.deepEqual(phonesOf(success), ALL);
		const earlier = success.filter(({ json }) => json.sentEarlier);
		assert.deepEqual(phonesOf(earlier), before.toSorted());
	}

	/** How much the failed execution has stored, and what of it is there for a Retry. */
	async function describeSize(failed) {
		const { data } = await api.request('GET', `/executions/${failed.id}`);
		const parts = partsOf(failed);
		const bytes = JSON.stringify(parts).length;
		const [all, own] = [data.length, bytes].map((count) => `${Math.round(count / 1000)} kB`);
		const each = `${Math.round(bytes / parts.length)} bytes for each of ${parts.length} sent`;
		return `the failed execution stored ${all}, ${own} of it for a Retry: ${each}`;
	}
}

/** What a run of the node has written down, by item. */
function partsOf({ data }) {
	const effects = data.executionData?.contextData?.['node:SMS']?.effects ?? {};
	return Object.values(effects).flatMap(({ parts }) => Object.entries(parts));
}

const phonesOf = (output) => output.map(({ json }) => json.phone);

module.exports = { checkRetry };
