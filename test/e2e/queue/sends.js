const assert = require('node:assert/strict');
const { outputOf } = require('../../../demo/api');
const { items, node, pairing, received, sms, to } = require('../safety/given');
const { assertSuccess, newExecution } = require('../safety/production');

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

	await check('a PDF that the webhook processor takes is faxed by a worker', async () => {
		sandbox.reset();
		const path = 'e2e-queue-fax';
		const webhook = { httpMethod: 'POST', path, responseMode: 'onReceived', options: {} };
		const workflow = await api.create({
			name: path,
			nodes: [node('Webhook', 'n8n-nodes-base.webhook', 2, webhook, { webhookId: path }), FAX],
			connections: { Webhook: { main: [[to('Fax')]] } },
			settings: { executionOrder: 'v1' },
		});
		await api.activate(workflow.id);
		const response = await fetch(`${cluster.webhookUrl}/webhook/${path}`, {
			method: 'POST',
			headers: {
				'content-type': 'application/pdf',
				'content-disposition': 'attachment; filename="letter.pdf"',
			},
			body: PDF,
		});
		assert.equal(response.status, 200);
		const id = await newExecution(api, workflow.id);
		assertSuccess(await api.ended(id));
		await cluster.workerOf(id);
		const faxes = [...sandbox.state.faxes.values()];
		const sent = faxes.flatMap(({ files }) => files.map(({ content }) => content));
		assert.deepEqual(sent, [Buffer.from(PDF).toString('base64')]);
	});
}

const PDF = '%PDF-1.4 of the end-to-end run';

const FAX = node(
	'Fax',
	'n8n-nodes-lox24-voipnow.voipNow',
	1,
	{
		authentication: 'accessToken',
		resource: 'fax',
		operation: 'send',
		userId: '@me',
		extension: '0003*210',
		recipients: ['0003*212'],
		binaryPropertyName: 'data',
		options: {},
	},
	{ credentials: { voipNowApi: { id: 'demoVoipNow', name: 'VoipNow (demo)' } } },
);

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
