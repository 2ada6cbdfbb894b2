const assert = require('node:assert/strict');
const { randomUUID } = require('node:crypto');
const { successOf } = require('../successOf');
const { startChatModel } = require('../safety/chatModel');
const { node, to } = require('../safety/given');
const { assertSuccess, createProduction } = require('../safety/production');
const { CUSTOMER, empty, givenExample, sentTo, until, waiting } = require('./given');

/** Reviews are sent to this number. */
const REVIEWER = CUSTOMER;
const GUEST = '+491713920017';

/** The agents, with a model that does as it is told. */
async function checkAgents({ check }, demo) {
	const chat = await startChatModel();
	try {
		const credential = { name: 'A model of the examples', type: 'openAiApi' };
		const data = { apiKey: 'none', url: chat.url };
		const { id } = await demo.api.request('POST', '/credentials', { ...credential, data });
		const model = node(
			'Model',
			'@n8n/n8n-nodes-langchain.lmChatOpenAi',
			1.2,
			{ model: { __rl: true, mode: 'id', value: 'ours' }, options: {} },
			{ credentials: { openAiApi: { id, name: credential.name } } },
		);
		await checkAnswers(check, demo, model);
		await checkReviewed(check, demo, model, chat);
	} finally {
		await chat.close();
	}
}

const withModel = (connections) => ({
	...connections,
	Model: { ai_languageModel: [[to('Agent', 'ai_languageModel')]] },
});

async function checkAnswers(check, demo, model) {
	await check(
		'answer-sms-with-ai.json: with a model it answers, and machines get nothing',
		async () => {
			const { workflow } = givenExample(demo, 'answer-sms-with-ai');
			const { nodes, connections, settings } = structuredClone(workflow);
			const webhookId = randomUUID();
			nodes.find(({ name }) => name === 'SMS received').webhookId = webhookId;
			const { id } = await demo.api.create({
				...{ name: 'With a model', settings },
				nodes: [...nodes, model],
				connections: withModel(connections),
			});
			await demo.api.activate(id);
			await empty(demo);
			const { id: setting } = demo.sandbox.notifications.add({
				url: `${demo.n8nUrl}/webhook/${webhookId}/webhook`,
				events: ['sms.incoming'],
			});
			for (const [from, count] of /** @type {[string, number][]} */ ([
				[CUSTOMER, 1],
				['+49171', 1],
			])) {
				const before = (await demo.api.executions(id)).length;
				demo.sandbox.receiveSms({ from: from.padEnd(8, '1'), text: 'Have you [oysters] today?' });
				const execution = await until('the answer', async () => {
					const [newest, ...others] = await demo.api.executions(id);
					return others.length === before && newest && (await demo.api.ended(newest.id));
				});
				assertSuccess(execution);
				assert.equal(sentTo(demo, CUSTOMER).length, count);
			}
			assert.equal(sentTo(demo, CUSTOMER)[0].text, 'Have you [oysters] today?');
			demo.sandbox.notifications.remove(setting);
			await demo.api.deactivate(id);
		},
	);
}

async function checkReviewed(check, demo, model, chat) {
	const { workflow } = givenExample(demo, 'agent-with-approval');
	const nodes = workflow.nodes.filter(
		({ name, type }) => name !== 'Chat' && !type.endsWith('.stickyNote'),
	);
	const agent = nodes.findIndex(({ name }) => name === 'Agent');
	const { Chat: _chat, ...connections } = workflow.connections;
	const published = await createProduction(demo).publish(
		[...nodes.splice(agent, 1), ...nodes, model],
		withModel(connections),
	);

	/** @returns the execution, and the message of the review, if there is one */
	async function ask(tool, input, { isReviewed }) {
		await empty(demo);
		chat.results.length = 0;
		const chatInput = JSON.stringify({ tool, with: input });
		const id = await published.start([{ chatInput, sessionId: randomUUID() }]);
		if (isReviewed) await waiting(demo, id);
		return id;
	}

	async function respond(id, approved) {
		const [{ text }] = sentTo(demo, REVIEWER);
		const [link] = /http:\S+/.exec(text);
		const body = new URLSearchParams({ approved });
		assert.equal((await fetch(link, { method: 'POST', body })).status, 200);
		assertSuccess(await demo.api.ended(id));
		return text;
	}

	const sms = { toolParameters: { text: 'Your table is ready', phone: GUEST }, hitlParameters: {} };

	await check('agent-with-approval.json: reading needs no approval', async () => {
		const id = await ask('Find_contacts', {}, { isReviewed: false });
		const execution = await demo.api.ended(id);
		assertSuccess(execution);
		assert.match(chat.results.at(-1), /Schmidt/);
		assert.match(successOf(execution, 'Agent')[0].output, /Schmidt/);
		assert.equal(sentTo(demo, REVIEWER).length, 0);
	});
	await check('agent-with-approval.json: approved, the SMS goes out', async () => {
		const id = await ask('Send_an_SMS', sms, { isReviewed: true });
		assert.equal(sentTo(demo, GUEST).length, 0);
		assert.match(await respond(id, 'true'), /Send.an.SMS.*Your table is ready/);
		assert.deepEqual(
			sentTo(demo, GUEST).map(({ text }) => text),
			['Your table is ready'],
		);
	});
	await check('agent-with-approval.json: declined, nobody is called', async () => {
		const input = { toolParameters: { phone: GUEST }, hitlParameters: {} };
		const id = await ask('Make_a_call', input, { isReviewed: true });
		await respond(id, 'false');
		assert.equal(demo.sandbox.state.calls.size, 0);
		assert.match(chat.results.at(-1), /reject/i);
	});
}

module.exports = { checkAgents };
