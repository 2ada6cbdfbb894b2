const assert = require('node:assert/strict');
const { randomUUID } = require('node:crypto');
const { startSandbox } = require('../../../sandbox');
const { givenWorkflow } = require('../triggers/given');

const EVERY_MINUTE = {
	event: 'smsReceived',
	pollTimes: { item: [{ mode: 'everyMinute' }] },
};

const A_MINUTE = 60_000;

/**
 * Publishes a polling trigger that goes on beside all other checks: whatever happens to n8n
 * meanwhile, one process polls, and each message comes out once. It has a service of its own, so
 * that nothing else resets it.
 *
 * @returns `receive(text)`, which lets a message come in, and what checks it in the end
 */
async function beginPolling(cluster, onStart) {
	const service = await startSandbox();
	onStart(() => service.close());
	const name = 'LOX24 for polling';
	const data = { baseUrl: service.url, token: service.tokens.lox24 };
	const given = { name, type: 'lox24Api', data };
	const { id } = await cluster.api.request('POST', '/credentials', given);
	const credentials = { lox24Api: { id, name } };
	const workflow = await givenWorkflow(cluster, 'lox24PollingTrigger', EVERY_MINUTE, {
		credentials,
	});
	await workflow.publish();

	const polls = () => service.journal.entries().filter(({ path }) => path === '/incomings');
	const begun = Date.now();
	const received = [];
	const receive = (text) => {
		const uuid = randomUUID();
		const received_at = service.clock.now();
		const message = { uuid, to: '+491771234567', from: '+491701234501', text, msg_uuid: null };
		service.state.incomings.set(uuid, { ...message, received_at });
		received.push(uuid);
	};

	/** The messages that executions got, over all of them. */
	async function outcome() {
		const executions = await workflow.executions();
		const ended = await Promise.all(executions.map((one) => cluster.api.ended(one.id)));
		const items = ended.flatMap(({ data: { resultData } }) =>
			resultData.runData.Trigger[0].data.main[0].map(({ json }) => json.uuid),
		);
		return items.sort();
	}

	async function checkPolling({ check }) {
		await check(
			'LOX24 Polling Trigger: one process polls, each message comes out once',
			async () => {
				const isOut = async () => (await outcome()).length >= received.length;
				await cluster.until(isOut, 'not all messages came out');
				assert.deepEqual(await outcome(), received.sort());
				// Once when it is published, once a minute, and at each start of the main process; one that
				// finds something may have to turn the page.
				const minutes = (Date.now() - begun) / A_MINUTE;
				const most = 2 + minutes + cluster.restarts() + received.length;
				console.log(`      ${polls().length} polls in ${minutes.toFixed(1)} minutes`);
				assert.ok(polls().length <= most, `${polls().length} polls instead of up to ${most}`);
				await workflow.unpublish();
			},
		);
	}

	return { receive, checkPolling };
}

module.exports = { beginPolling };
