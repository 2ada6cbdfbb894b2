const assert = require('node:assert/strict');
const { setTimeout: wait } = require('node:timers/promises');
const { readExamples } = require('../../../demo/provision');
const { assertSuccess, createProduction } = require('../safety/production');
const { node } = require('../safety/given');
const { outputOf } = require('../../../demo/api');
const { assertNoObjections, assertWire } = require('../wire');

/** The customer with the phone. */
const CUSTOMER = '+491713920001';

/** The machine may be busy with something else. */
const SECONDS = 90;

async function until(what, find) {
	const deadline = Date.now() + SECONDS * 1000;
	for (;;) {
		const found = await find();
		if (found) return found;
		assert.ok(Date.now() < deadline, `${what}: not within ${SECONDS} seconds`);
		await wait(100);
	}
}

/**
 * Waits until no execution is running. n8n answers a webhook before its execution is listed, and
 * one event starts several examples: what an earlier check began must not end in the next one.
 */
async function settled({ api }) {
	const running = encodeURIComponent(JSON.stringify({ status: ['new', 'running'] }));
	const newestOf = async (filter = '') =>
		(await api.request('GET', `/executions?limit=1${filter}`)).results[0]?.id;
	let newest;
	await until('n8n is idle', async () => {
		const before = newest;
		newest = await newestOf();
		return newest === before && !(await newestOf(`&filter=${running}`));
	});
}

/** An example in the demo's n8n, and what it does when something happens outside. */
function givenExample(demo, key) {
	const example = readExamples().find(({ file }) => file === `${key}.json`);
	const { id, workflow } = example;
	const newest = async () => (await demo.api.executions(id))[0]?.id;

	return {
		id,
		workflow,
		/** @returns the execution that `happening` starts, after its end */
		async startedBy(happening) {
			await settled(demo);
			const before = await newest();
			await happening();
			await until(`${key} starts`, async () => (await newest()) !== before);
			const execution = await demo.api.ended(await newest(), { seconds: SECONDS });
			assertSuccess(execution);
			return execution;
		},
		/** Starts it from its manual trigger. */
		start: () => demo.api.start(id),
		async ended(executionId) {
			const execution = await demo.api.ended(executionId, { seconds: SECONDS });
			assertSuccess(execution);
			return execution;
		},
		/**
		 * What the sandbox got since `empty` is what the file in expected/ says.
		 *
		 * @param {(entry: object) => boolean} [isOwn] where another example did something as well
		 */
		assertWire(isOwn = () => true) {
			const entries = demo.sandbox.journal.entries().filter(isOwn);
			assertWire(entries, key);
			assertNoObjections(entries);
		},
	};
}

/** Everything as at the start; the workflows are still told what happens. */
async function empty(demo) {
	await settled(demo);
	const { sandbox } = demo;
	sandbox.reset({ keepsAddresses: true });
	sandbox.journal.clear();
}

/** Somebody sends an SMS to the account's number. */
async function receive({ sandbox }, text, from = CUSTOMER) {
	sandbox.receiveSms({ from, text });
	await sandbox.webhooksDelivered();
}

/** LOX24 hands the events of this name over once more. */
async function repeat({ sandbox }, name) {
	for (const { url, body } of sandbox.state.webhookDeliveries.values()) {
		if (body.name !== name) continue;
		const headers = { 'content-type': 'application/json' };
		const again = { ...body, attempt_number: 2 };
		const { status } = await fetch(url, { method: 'POST', headers, body: JSON.stringify(again) });
		assert.equal(status, 200);
	}
}

/** The rows of a Data Table that n8n has. */
async function rowsOf(demo, table) {
	const read = node('Rows', 'n8n-nodes-base.dataTable', 1.1, {
		...{ resource: 'row', operation: 'get', returnAll: true },
		dataTableId: { __rl: true, mode: 'name', value: table },
	});
	const workflow = await createProduction(demo).publish([read]);
	const execution = await workflow.run([{}]);
	assertSuccess(execution);
	return outputOf(execution, 'Rows').success.map(({ json }) => json);
}

/** What was sent to a number, oldest first. */
const sentTo = ({ sandbox }, phone) =>
	[...sandbox.state.sms.values()].filter((one) => String(one.phone) === phone);

/** Waits until an execution waits. */
const waiting = ({ api }, id) =>
	until('it waits', async () => {
		const { status, data } = await api.execution(id);
		assert.notEqual(status, 'error', data?.resultData.error?.message);
		return status === 'waiting';
	});

module.exports = {
	...{ CUSTOMER, empty, givenExample, receive, repeat, rowsOf, sentTo, until, waiting },
};
