const assert = require('node:assert/strict');
const { setTimeout: wait } = require('node:timers/promises');
const { outputOf } = require('../../demo/api');
const { startChatModel } = require('./safety/chatModel');
const { lox24, node, phoneOf, sms, to } = require('./safety/given');
const { assertSuccess, createProduction } = require('./safety/production');

const ask = (parameters, more) =>
	lox24(
		'Ask',
		{
			resource: 'sms',
			operation: 'sendAndWait',
			senderId: 'MyShop',
			phone: '={{ $json.phone }}',
			message: '=Order <b>for</b> {{ $json.phone }}?',
			...parameters,
		},
		more,
	);

const FREE_TEXT = { responseType: 'freeText' };

const SOON = { limitType: 'afterTimeInterval', resumeAmount: 0.05, resumeUnit: 'minutes' };

/** How long n8n may take to notice that the wait is over: it looks once a minute. */
const LOOKS_EVERY = 180;

/** Waits until an execution waits for this number, and opens the link of its message. */
async function messageOf(demo, id, phone) {
	for (let waited = 0; (await demo.api.execution(id)).status !== 'waiting'; waited += 100) {
		const { status, data } = await demo.api.execution(id);
		assert.ok(
			waited < 90_000 && status !== 'error',
			`${status}: ${data.resultData.error?.message}`,
		);
		await wait(100);
	}
	const messages = [...demo.sandbox.state.sms.values()].filter(
		(one) => String(one.phone) === phone,
	);
	assert.equal(messages.length, 1, `${messages.length} messages`);
	const [{ text, uuid }] = messages;
	const [link] = /http:\S+/.exec(text);
	return { id, phone, text, uuid, link };
}

/** The same for a later message of one execution, which may still be at work on the one before. */
async function nextMessageOf(demo, id, phone) {
	const isThere = () => [...demo.sandbox.state.sms.values()].some((one) => one.phone === phone);
	for (let waited = 0; !isThere() && waited < 90_000; waited += 100) await wait(100);
	return await messageOf(demo, id, phone);
}

/** Send and Wait in one version of n8n: the message, its link, the page, the execution. */
async function checkSendAndWait({ check }, name, demo) {
	const production = createProduction(demo);
	const title = (text) => `n8n ${name}: Send and Wait: ${text}`;
	let count = 500;

	/** Starts an execution that asks a number of its own. */
	async function asking(parameters) {
		const workflow = await production.publish([ask(parameters)]);
		const phone = phoneOf(++count);
		const id = await workflow.start([{ phone }]);
		return await messageOf(demo, id, phone);
	}

	const open = async (link, method = 'GET') => {
		const response = await fetch(link, { method });
		return { status: response.status, headers: response.headers, page: await response.text() };
	};
	const respond = async (link, fields) => {
		const response = await fetch(link, { method: 'POST', body: new URLSearchParams(fields) });
		return { status: response.status, page: await response.text() };
	};
	const waits = async ({ id }) =>
		assert.equal((await demo.api.execution(id)).status, 'waiting', 'it does not wait any more');
	const result = async ({ id }) => {
		const execution = await demo.api.ended(id);
		assertSuccess(execution);
		return outputOf(execution, 'Ask').success.map(({ json }) => json);
	};

	// It takes n8n a minute to notice, so it goes on beside the others.
	const limited = asking({ options: { limitWaitTime: { values: SOON } } });
	limited.catch(() => {});

	await check(title('the page shows the message and approves nothing'), async () => {
		const one = await asking();
		for (const method of ['GET', 'GET', 'HEAD', 'PUT']) {
			const { status, page, headers } = await open(one.link, method);
			if (method !== 'GET') continue;
			assert.equal(status, 200);
			assert.match(page, /Order &lt;b&gt;for&lt;\/b&gt;/);
			assert.match(headers.get('content-security-policy'), /^sandbox allow-forms;/);
			assert.equal(headers.get('referrer-policy'), 'no-referrer');
			assert.match(headers.get('x-robots-tag'), /noindex/);
		}
		for (const wrong of [{}, { approved: 'maybe' }, { text: 'yes' }]) {
			assert.equal((await respond(one.link, wrong)).status, 400);
		}
		await waits(one);
		assert.match((await respond(one.link, { approved: 'true' })).page, /Thank you/);
		const [{ data, sms: sent }] = await result(one);
		assert.equal(data.approved, true);
		assert.ok(Math.abs(Date.now() - Date.parse(data.respondedAt)) < 60_000);
		assert.equal(sent.uuid, one.uuid);
		assert.equal(sent.message.characters, one.text.length);
		const late = await respond(one.link, { approved: 'false' });
		assert.equal(late.status, 200);
		assert.match(late.page, /no action required/i);
	});

	await check(title('a refusal, and a text with every kind of sign'), async () => {
		const refused = await asking();
		await respond(refused.link, { approved: 'false' });
		assert.equal((await result(refused))[0].data.approved, false);
		const text = '<b>Grüße</b> & "so" 🙂\nzweite Zeile';
		const free = await asking(FREE_TEXT);
		await respond(free.link, { text });
		assert.equal((await result(free))[0].data.text, text);
	});

	await check(title('forged, changed and foreign links get nothing'), async () => {
		const [one, other] = [await asking(), await asking()];
		const digit = one.link.at(-1) === '0' ? '1' : '0';
		const signatureOf = (link) => new URL(link).searchParams.get('signature');
		const links = [
			one.link.slice(0, -1) + digit,
			one.link.split('?')[0],
			`${one.link}&approved=true`,
			one.link.replace(signatureOf(one.link), signatureOf(other.link)),
		];
		for (const link of links) {
			assert.equal((await open(link)).status, 401, link);
			assert.equal((await respond(link, { approved: 'true' })).status, 401, link);
		}
		await waits(one);
		await respond(one.link, { approved: 'true' });
		assert.equal((await result(one))[0].data.approved, true);
		await waits(other);
		await demo.api.stop(other.id);
	});

	await check(title('in a loop, each link is for its own message'), async () => {
		const loop = node('Loop', 'n8n-nodes-base.splitInBatches', 3, { options: {} });
		const workflow = await production.publish([loop, ask()], {
			Loop: { main: [[], [to('Ask')]] },
			Ask: { main: [[to('Loop')]] },
		});
		const phones = [phoneOf(++count), phoneOf(++count)];
		const id = await workflow.start(phones.map((phone) => ({ phone })));
		const first = await messageOf(demo, id, phones[0]);
		await respond(first.link, { approved: 'true' });
		const second = await nextMessageOf(demo, id, phones[1]);
		for (const { status, page } of [
			await open(first.link),
			await respond(first.link, { approved: 'true' }),
		]) {
			assert.equal(status, 410);
			assert.match(page, /no action required/i);
			assert.doesNotMatch(page, /Order/);
		}
		await waits(second);
		await respond(second.link, { approved: 'false' });
		const { data } = await demo.api.ended(id);
		const runs = data.resultData.runData.Ask.map((run) => run.data.main[0][0].json.data);
		assert.deepEqual(
			runs.map(({ approved }) => approved),
			[true, false],
		);
	});

	await check(title('a name of the node with the signs of an expression'), async () => {
		const name = 'Ask {{ "them" }}';
		const workflow = await production.publish([{ ...ask(), name }]);
		const phone = phoneOf(++count);
		const one = await messageOf(demo, await workflow.start([{ phone }]), phone);
		assert.match((await open(one.link)).page, /<form method="post">/);
		await respond(one.link, { approved: 'true' });
		assertSuccess(await demo.api.ended(one.id));
	});

	await check(title('two responses at once: one counts'), async () => {
		const one = await asking();
		await Promise.all(['true', 'false', 'true'].map((approved) => respond(one.link, { approved })));
		const items = await result(one);
		assert.equal(items.length, 1);
		assert.equal(typeof items[0].data.approved, 'boolean');
	});

	await check(title('a restart of n8n while it waits'), async () => {
		const one = await asking();
		await demo.restartN8n();
		assert.match((await open(one.link)).page, /<form method="post">/);
		await respond(one.link, { approved: 'true' });
		// n8n 1 says "crashed" of what waited over a restart, until it has gone on.
		while ((await demo.api.execution(one.id)).status === 'crashed') await wait(100);
		assert.equal((await result(one))[0].data.approved, true);
	});

	await check(title('after the time limit the input comes out, and the link is over'), async () => {
		const one = await limited;
		const execution = await demo.api.ended(one.id, { seconds: LOOKS_EVERY });
		assertSuccess(execution);
		const [{ json }] = outputOf(execution, 'Ask').success;
		assert.equal(json.phone, one.phone);
		assert.equal(json.data, undefined);
		assert.match((await respond(one.link, { approved: 'true' })).page, /no action required/i);
	});

	// n8n 1 has no human review.
	if (name !== '1.123') await checkReview(check, title, demo);
}

/** The operation between an agent and a tool: only an approval lets the tool run. */
async function checkReview(check, title, demo) {
	const { sandbox } = demo;
	const chat = await startChatModel();
	try {
		const name = 'A model that asks for a review';
		const { id } = await demo.api.request('POST', '/credentials', {
			...{ name, type: 'openAiApi' },
			data: { apiKey: 'none', url: chat.url },
		});
		const model = node(
			'Model',
			'@n8n/n8n-nodes-langchain.lmChatOpenAi',
			1.2,
			{ model: { __rl: true, mode: 'id', value: 'ours' }, options: {} },
			{ credentials: { openAiApi: { id, name } } },
		);
		const agent = node('Agent', '@n8n/n8n-nodes-langchain.agent', 3, {
			promptType: 'define',
			text: '={{ JSON.stringify({ toolParameters: { phone: $json.customer }, hitlParameters: {} }) }}',
			options: {},
		});
		const tool = sms(
			{ descriptionType: 'auto', phone: "={{ $fromAI('phone', '', 'string') }}" },
			{ type: 'n8n-nodes-lox24-voipnow.lox24Tool' },
		);
		const reviewer = phoneOf(600);
		// As n8n's editor adds it: with the message that n8n proposes.
		const review = ask(
			{
				phone: reviewer,
				message:
					'=The agent wants to run this tool: {{ $tool.name }}\n\nInput:\n{{ $tool.parameters }}',
			},
			{ type: 'n8n-nodes-lox24-voipnow.lox24HitlTool' },
		);
		const production = createProduction(demo);
		const publish = async (reviewing) =>
			await production.publish([agent, model, reviewing, tool], {
				Model: { ai_languageModel: [[to('Agent', 'ai_languageModel')]] },
				SMS: { ai_tool: [[to('Ask', 'ai_tool')]] },
				Ask: { ai_tool: [[to('Agent', 'ai_tool')]] },
			});
		const workflow = await publish(review);
		const sentTo = (phone) =>
			[...sandbox.state.sms.values()].filter((one) => String(one.phone) === phone).length;

		async function runWith(customer, fields) {
			sandbox.reset();
			chat.results.length = 0;
			const execution = await workflow.start([{ customer }]);
			const one = await messageOf(demo, execution, reviewer);
			assert.match(one.text, new RegExp(`SMS.*\\{"phone":"\\${customer}"\\}`, 's'));
			assert.equal(sentTo(customer), 0, 'it was sent before the review');
			const response = await fetch(one.link, {
				method: 'POST',
				body: new URLSearchParams(fields),
			});
			assert.equal(response.status, 200);
			assertSuccess(await demo.api.ended(execution));
		}

		await check(title('an agent: approved, the tool runs once'), async () => {
			await runWith(phoneOf(601), { approved: 'true' });
			assert.equal(sentTo(phoneOf(601)), 1);
			assert.match(chat.results.at(-1), /"uuid"/);
		});
		await check(title('an agent: declined, the tool does not run'), async () => {
			await runWith(phoneOf(602), { approved: 'false' });
			assert.equal(sentTo(phoneOf(602)), 0);
			assert.match(chat.results.at(-1), /reject/i);
		});
		await check(title('an agent: nobody responds in time, the tool does not run'), async () => {
			sandbox.reset();
			chat.results.length = 0;
			const options = { limitWaitTime: { values: SOON } };
			const limited = await publish({
				...review,
				parameters: { ...review.parameters, options },
			});
			const execution = await limited.start([{ customer: phoneOf(604) }]);
			assertSuccess(await demo.api.ended(execution, { seconds: LOOKS_EVERY }));
			assert.equal(sentTo(reviewer), 1);
			assert.equal(sentTo(phoneOf(604)), 0);
			assert.match(chat.results.at(-1), /reject/i);
		});
		await check(
			title('an agent: what could not be asked reaches the model, and blocks'),
			async () => {
				sandbox.reset();
				chat.results.length = 0;
				// Not for a trigger that is still published.
				sandbox.faults.add({ method: 'POST', path: '/sms', kind: 'status', status: 402 });
				const execution = await demo.api.ended(await workflow.start([{ customer: phoneOf(603) }]));
				assertSuccess(execution);
				assert.equal(sentTo(phoneOf(603)), 0);
				assert.match(chat.results.at(-1), /credit|top up/i);
			},
		);
	} finally {
		await chat.close();
	}
}

/** What somebody with a phone does: open the link, read, tap. */
async function checkPage({ check }, demo, page, picture) {
	await check('Send and Wait: the page on a phone, from the message to the approval', async () => {
		const phone = phoneOf(499);
		const asks = ask({
			message:
				'Offer 4711 of Blue Oyster: 1,200 EUR for 40 chairs, valid until Friday. Shall we order?',
			approvalOptions: { values: { approveLabel: 'Yes, order', disapproveLabel: 'No' } },
			options: { pageTitle: 'Purchase approval' },
		});
		const workflow = await createProduction(demo).publish([asks]);
		const id = await workflow.start([{ phone }]);
		const { link } = await messageOf(demo, id, phone);
		const usual = page.viewportSize();
		await page.setViewportSize({ width: 390, height: 700 });
		await page.goto(link);
		await picture('send-and-wait-page');
		await page.getByRole('button', { name: 'Yes, order' }).click();
		await page.getByText('Thank you. You can close this page.').waitFor();
		await page.setViewportSize(usual);
		const execution = await demo.api.ended(id);
		assert.equal(outputOf(execution, 'Ask').success[0].json.data.approved, true);
	});
}

module.exports = { ask, checkPage, checkSendAndWait, messageOf };
