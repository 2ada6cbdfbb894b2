const assert = require('node:assert/strict');
const { startChatModel } = require('./chatModel');
const { call, node, phoneOf, sms, to } = require('./given');

/** Versions of n8n's agent: two that run tools themselves, and the newest, which has n8n do it. */
const agentsOf = (name) => [1.9, 2.2, name === '1.123' ? 3 : 3.1];

const agent = (version) =>
	node('Agent', '@n8n/n8n-nodes-langchain.agent', version, {
		promptType: 'define',
		text: '={{ JSON.stringify({ phone: $json.phone }) }}',
		options: {},
	});

const FROM_MODEL = "={{ $fromAI('phone', '', 'string') }}";

const smsTool = sms(
	{ descriptionType: 'auto', phone: FROM_MODEL },
	{ type: 'n8n-nodes-lox24-voipnow.lox24Tool' },
);

const callTool = call(
	{ descriptionType: 'auto', destination: FROM_MODEL },
	{
		type: 'n8n-nodes-lox24-voipnow.voipNowTool',
		...{ retryOnFail: true, maxTries: 3, waitBetweenTries: 200 },
	},
);

const codeTool = sms(
	{
		...{ descriptionType: 'auto', resource: 'verifyCode', operation: 'create', phone: FROM_MODEL },
		routingStrategy: { steps: [{ channel: 'sms', senderId: 'MyShop', template: '' }] },
	},
	{ type: 'n8n-nodes-lox24-voipnow.lox24Tool' },
);

const TOO_LONG = { violations: [{ propertyPath: 'text', message: 'This value is too long.' }] };

const CASES = [
	{
		title: 'a result',
		tool: smsTool,
		phone: phoneOf(1),
		reads: new RegExp(`"uuid":"[0-9a-f-]{36}".*\\${phoneOf(1)}`),
		requests: 1,
	},
	{
		title: 'that a one-time code was sent, but not the code',
		tool: codeTool,
		phone: phoneOf(4),
		reads: /^(?!.*"code":).*"id":"[0-9a-f-]{36}".*"status_name":/,
		requests: 1,
	},
	{
		title: 'a wrong phone number, and what is expected',
		tool: smsTool,
		phone: 'tomorrow',
		reads: /Phone Number.*tomorrow.*\. Expected a number in international form such as \+\d+\./,
		requests: 0,
	},
	{
		title: 'a refusal of the service, and what to do',
		tool: smsTool,
		phone: phoneOf(2),
		fault: { kind: 'status', status: 422, body: TOO_LONG },
		reads: /LOX24 could not process the input: Text: This value is too long\. Correct [^.]+\./,
		requests: 1,
	},
	{
		title: 'that a call is not known to have been made, and it rings once',
		tool: callTool,
		phone: phoneOf(3),
		fault: { kind: 'reset-after', method: 'POST' },
		reads: /was lost before the response came\..* look it up/,
		requests: 1,
	},
];

/** What a model gets to read when an agent runs the node as its tool. */
async function checkAgents({ check }, name, { api, sandbox }, production) {
	const chat = await startChatModel();
	try {
		const model = await createModel();
		for (const version of agentsOf(name)) {
			for (const { title, tool, phone, fault, reads, requests } of CASES) {
				await check(`n8n ${name}: agent ${version}: the model reads ${title}`, async () => {
					sandbox.reset();
					chat.results.length = 0;
					const workflow = await publish(agent(version), model, tool);
					if (fault) sandbox.faults.add(fault);
					const { status, data } = await workflow.run([{ phone }]);
					const sent = sandbox.journal.entries().length;
					assert.equal(sent, requests, `${sent} requests were sent`);
					const why = `${status}, ${data.resultData.error?.message}`;
					assert.equal(chat.results.length, 1, `it reads nothing: ${why}`);
					assert.match(chat.results[0], reads, `it reads ${chat.results[0]}`);
				});
			}
		}
	} finally {
		await chat.close();
	}

	async function createModel() {
		const credential = { name: 'A model of our own', type: 'openAiApi' };
		const data = { apiKey: 'none', url: chat.url };
		const { id } = await api.request('POST', '/credentials', { ...credential, data });
		return node(
			'Model',
			'@n8n/n8n-nodes-langchain.lmChatOpenAi',
			1.2,
			{ model: { __rl: true, mode: 'id', value: 'ours' }, options: {} },
			{ credentials: { openAiApi: { id, name: credential.name } } },
		);
	}

	async function publish(tested, model, tool) {
		return await production.publish([tested, model, tool], {
			[model.name]: { ai_languageModel: [[to(tested.name, 'ai_languageModel')]] },
			[tool.name]: { ai_tool: [[to(tested.name, 'ai_tool')]] },
		});
	}
}

module.exports = { checkAgents };
