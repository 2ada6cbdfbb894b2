import type { INodeParameters } from 'n8n-workflow';
import { stringify } from 'flatted';

import { type Sandbox, startSandbox } from '../../sandbox';
import { type Changes, type Given, type Result, retry, run } from './run';

const COUNT = 100;
const BAD = 60;

const phoneOf = (id: number) => `+4915${100_000 + id}`;

const people = (count: number) =>
	Array.from({ length: count }, (_, id) => ({ phone: phoneOf(id) }));

/** What costs, rings or creates happens once, however often n8n runs the node. */
describe('effects over Retry On Fail and Retry', () => {
	let sandbox: Sandbox;

	beforeAll(async () => {
		sandbox = await startSandbox();
	});
	afterAll(async () => await sandbox.close());
	beforeEach(() => sandbox.reset());

	const sms = (more: Partial<Given> = {}, parameters: INodeParameters = {}): Given => ({
		node: 'lox24',
		parameters: {
			resource: 'sms',
			operation: 'send',
			senderId: 'MyShop',
			phone: '={{ $json.phone }}',
			text: 'Hello',
			...parameters,
		},
		items: people(COUNT),
		url: sandbox.url,
		...more,
	});

	const received = () => [...sandbox.state.sms.values()].map(({ phone }) => String(phone));
	const ofThisTest = () => received().filter((phone) => phone.startsWith('+4915'));
	const twice = () => ofThisTest().length - new Set(ofThisTest()).size;
	const posts = () => sandbox.journal.entries().filter(({ method }) => method === 'POST');

	/** 422 for one number, whenever it comes. */
	function refuse(id: number, times: number) {
		sandbox.faults.add({
			method: 'POST',
			path: '/sms',
			kind: 'status',
			status: 422,
			skip: id,
			times,
		});
	}

	describe.each([
		{ name: 'without Callback Data', parameters: {} },
		{
			name: 'with the same Callback Data for all',
			parameters: { additionalFields: { callbackData: 'campaign' } },
		},
		{ name: 'without Prevent Duplicates', parameters: { options: { preventDuplicates: false } } },
	])(`${COUNT} SMS, item ${BAD} is refused, $name`, ({ parameters }) => {
		const saved: Changes[] = [{}, { onError: 'continueRegularOutput' }, { retryOnFail: true }];

		test.each(saved)('Retry with %j: nobody twice, nobody left out', async (changes) => {
			refuse(BAD, 1);
			const given = sms({}, parameters);
			const failed = await run(given);
			expect(failed.error?.message).toContain('LOX24 could not process the input');
			const before = new Set(ofThisTest());
			expect(before.size).toBeGreaterThanOrEqual(BAD);

			const { main, error, pairedMain } = await retry(given, failed, changes);

			expect(error).toBeUndefined();
			expect(new Set(ofThisTest()).size).toBe(COUNT);
			expect(twice()).toBe(0);
			expect(main.map(({ json }) => json.phone)).toEqual(given.items!.map(({ phone }) => phone));
			expect(main.map(({ json }) => json.sentEarlier === true)).toEqual(
				given.items!.map(({ phone }) => before.has(String(phone))),
			);
			expect(pairedMain).toEqual(given.items!.map((_item, index) => index));
		});
	});

	test('a corrected number is sent, a retry of the retry sends nothing twice', async () => {
		const given = sms();
		given.items![BAD] = { phone: '+4915' };
		refuse(BAD, 1);
		const failed = await run(given);
		refuse(0, 1);
		const again = await retry(given, failed);
		expect(again.error).toBeDefined();
		const corrected = '={{ $json.phone === "+4915" ? "+4915999999" : $json.phone }}';
		const parameters = { ...given.parameters, phone: corrected };
		const { error, main } = await retry(given, again, { parameters });

		expect(error).toBeUndefined();
		expect(main).toHaveLength(COUNT);
		expect(received()).toContain('+4915999999');
		expect(twice()).toBe(0);
	});

	test('the first Retry fails as well, then the original is retried again: none twice', async () => {
		const given = sms({}, { options: { concurrency: 1 } });
		given.items = given.items!.slice(0, 20);
		refuse(5, 1);
		const failed = await run(given);
		refuse(5, 1);
		const first = await retry(given, failed);
		expect(first.error).toBeDefined();
		const { error, main } = await retry(given, failed);

		expect(error).toBeUndefined();
		expect(main).toHaveLength(20);
		expect(ofThisTest()).toHaveLength(20);
		expect(twice()).toBe(0);
	});

	test('a failed execution grows by 100 bytes an item at most beside the results; a successful one by nothing', async () => {
		const bad = 300;
		const done = await run(sms());
		expect(done.stored.executionData!.contextData).not.toHaveProperty('node:Tested.effects');
		expect(JSON.stringify(done.stored.executionData!.contextData)).not.toContain('effects');

		refuse(bad, 1);
		const { stored } = await run(sms({ items: people(500) }, { options: { concurrency: 1 } }));
		const context = stored.executionData!.contextData;
		const size = stringify(context).length;
		const { effects } = context['node:Tested'] as { effects: object };
		const [{ parts }] = Object.values(effects) as Array<{ parts: Record<string, string> }>;
		const results = Object.values(parts).map(
			(part) => stringify(part.slice(part.indexOf('{'))).length,
		);
		const rest = size - results.reduce((sum, length) => sum + length, 0);
		expect(Object.keys(parts)).toHaveLength(bad);
		expect(rest / bad).toBeLessThan(100);
	});

	const changing = [
		{ name: 'a text with $now', parameters: { text: '={{ "At " + $now.toMillis() }}' } },
		{ name: 'a random text', parameters: { text: '={{ "R" + Math.random() }}' } },
		{
			name: 'a delivery time with $now',
			parameters: { additionalFields: { deliveryAt: '={{ $now.plus({ hours: 1 }).toISO() }}' } },
		},
	];

	test.each(changing)('Retry On Fail, 5 SMS, one refused twice, $name', async ({ parameters }) => {
		refuse(2, 1);
		const given = sms({ retryOnFail: true }, { ...parameters, options: { concurrency: 1 } });
		given.items = given.items!.slice(0, 5);
		const { main, error } = await run(given);
		expect(error).toBeUndefined();
		expect(main).toHaveLength(5);
		expect(ofThisTest()).toHaveLength(5);
		expect(posts()).toHaveLength(6);
	});

	test('Retry On Fail: a bulk whose text changes from try to try is created once', async () => {
		sandbox.faults.add({
			method: 'POST',
			path: '/bulks',
			kind: 'status',
			status: 422,
			skip: 1,
			times: 1,
		});
		const before = sandbox.state.bulks.size;
		const { error } = await run({
			...sms({ retryOnFail: true }),
			parameters: {
				resource: 'bulk',
				operation: 'create',
				recipientsFrom: 'list',
				phones: ['={{ $json.phone }}'],
				senderId: 'MyShop',
				text: '={{ "At " + $now.toMillis() + Math.random() }}',
				options: { concurrency: 1 },
			},
			items: [{ phone: phoneOf(1) }, { phone: phoneOf(2) }],
		});
		expect(error).toBeUndefined();
		expect(sandbox.state.bulks.size - before).toBe(2);
	});

	test('Retry On Fail: a call whose nonce is random rings once', async () => {
		sandbox.faults.add({
			method: 'POST',
			path: '/uapi/phoneCalls/*',
			kind: 'status',
			status: 422,
			skip: 1,
			times: 1,
		});
		const { error } = await run({
			node: 'voipNow',
			parameters: {
				authentication: 'accessToken',
				resource: 'phoneCall',
				operation: 'make',
				userId: '@me',
				extension: '0003*210',
				destination: '={{ $json.phone }}',
				additionalFields: { nonce: '={{ "n" + Math.random() }}' },
				options: { concurrency: 1 },
			},
			items: [1, 2, 3].map((id) => ({ phone: phoneOf(id) })),
			url: sandbox.url,
			retryOnFail: true,
		});
		expect(error).toBeUndefined();
		expect(posts().filter(({ status }) => Number(status) < 300)).toHaveLength(3);
	});

	const odd = [302, 303, 408, 418, 425, 499, 500, 502, 520, 599];

	test.each(odd)('%i after the effect, Retry On Fail: the phone rings once', async (status) => {
		sandbox.faults.add({ method: 'POST', path: '/uapi/*', kind: 'status-after', status, times: 5 });
		const { error } = await run({
			node: 'voipNow',
			parameters: {
				authentication: 'accessToken',
				resource: 'phoneCall',
				operation: 'make',
				userId: '@me',
				extension: '0003*210',
				destination: '+4915112345678',
			},
			url: sandbox.url,
			retryOnFail: true,
		});
		expect(error).toBeDefined();
		expect(error?.description).toContain('unknown whether');
		expect(posts()).toHaveLength(1);
	});

	const nothings = [
		'',
		'[]',
		'{}',
		'{"message":"Hi"}',
		'{"login":"required"}',
		'{"hydra:member":[{"uuid":"x"}]}',
	];

	test.each(nothings)('a look-up that answers %j proves nothing', async (body) => {
		sandbox.faults.add({ method: 'POST', path: '/sms', kind: 'reset-before', times: 1 });
		sandbox.faults.add({ method: 'GET', path: '/sms*', kind: 'body', status: 200, body, times: 9 });
		const given = sms({ retryOnFail: true });
		given.items = given.items!.slice(0, 1);
		const { error } = await run(given);
		expect(error?.message).toContain('not found yet');
		expect(posts()).toHaveLength(1);
	});

	test('a 204 to the look-up proves nothing', async () => {
		sandbox.faults.add({ method: 'POST', path: '/sms', kind: 'reset-after', times: 1 });
		sandbox.faults.add({
			method: 'GET',
			path: '/sms*',
			kind: 'empty-after',
			status: 204,
			times: 9,
		});
		const given = sms();
		given.items = given.items!.slice(0, 1);
		expect((await run(given)).error?.message).toContain('not found yet');
		expect(posts()).toHaveLength(1);
	});

	test.each(['', '[]', '{"login":"required"}'])(
		'an SMS answered with 200 and %j is not reported as sent',
		async (body) => {
			sandbox.faults.add({
				method: 'POST',
				path: '/sms',
				kind: 'body-before',
				status: 200,
				body,
				times: 1,
			});
			const given = sms({ onError: 'continueRegularOutput' });
			given.items = given.items!.slice(0, 1);
			const { main } = await run(given);
			expect(main[0].json.details).toMatchObject({ outcome: 'unknown' });
		},
	);

	test('two items with the same Callback Data and text, the second lost: never reported as sent', async () => {
		sandbox.faults.add({ method: 'POST', path: '/sms', kind: 'reset-before', skip: 1, times: 1 });
		const given = sms(
			{ onError: 'continueRegularOutput' },
			{ additionalFields: { callbackData: 'same' }, options: { concurrency: 1 } },
		);
		given.items = [{ phone: phoneOf(1) }, { phone: phoneOf(1) }];
		const { main } = await run(given);
		expect(main[0].json.error).toBeUndefined();
		expect(main[1].json.details).toMatchObject({ outcome: 'unknown' });
	});

	test('two runs with the same Callback Data, the second lost: never reported as sent', async () => {
		const given = sms(
			{ onError: 'continueRegularOutput' },
			{ additionalFields: { callbackData: 'same' } },
		);
		given.items = [{ phone: phoneOf(1) }];
		await run(given);
		// LOX24 counts seconds.
		const [message] = [...sandbox.state.sms.values()].filter(({ phone }) => phone === phoneOf(1));
		message.created_at = Number(message.created_at) - 5;
		sandbox.faults.add({ method: 'POST', path: '/sms', kind: 'reset-before', times: 1 });
		const { main } = await run(given);
		expect(main[0].json.details).toMatchObject({ outcome: 'unknown' });
	});

	describe('Skip If Already Sent', () => {
		const options = { skipIfAlreadySent: true };
		const given = (more: INodeParameters = {}) =>
			sms(
				{},
				{ additionalFields: { callbackData: '={{ "order-" + $json.id }}' }, options, ...more },
			);

		test('what an execution that was lost has sent is not sent again', async () => {
			await run({ ...given(), items: people(120) });
			sandbox.journal.clear();
			const { main } = await run({ ...given(), items: people(500) });
			expect(twice()).toBe(0);
			expect(ofThisTest()).toHaveLength(500);
			expect(main.filter(({ json }) => json.sentEarlier === true)).toHaveLength(120);
			expect(main[0].json.phone).toBe(phoneOf(0));
			// Many are looked up with one request.
			const lookUps = sandbox.journal.entries().filter(({ method }) => method === 'GET');
			expect(lookUps.length).toBeLessThanOrEqual(20);
		});

		test('the same Callback Data for another number is another message', async () => {
			const callbackData = { additionalFields: { callbackData: 'campaign' } };
			await run({ ...given(callbackData), items: given().items!.slice(0, 3) });
			await run({ ...given(callbackData), items: given().items!.slice(2, 5) });
			expect(ofThisTest()).toHaveLength(5);
		});

		test('without Callback Data it is refused', async () => {
			const { error } = await run(given({ additionalFields: {} }));
			expect(error?.message).toContain('Skip If Already Sent needs Callback Data');
			expect(sandbox.journal.entries()).toEqual([]);
		});

		test('a look-up that fails sends nothing', async () => {
			sandbox.faults.add({ method: 'GET', path: '/sms*', kind: 'status', status: 500, times: 9 });
			const { error } = await run(given());
			expect(error).toBeDefined();
			expect(posts()).toEqual([]);
		});
	});

	test('what nobody can look up stays unknown over Retry, and is sent again only if the user says so', async () => {
		sandbox.faults.add({ method: 'POST', path: '/verify_codes', kind: 'reset-after', times: 1 });
		const parameters: INodeParameters = {
			resource: 'verifyCode',
			operation: 'create',
			phone: '+4915112345678',
			routingStrategy: { steps: [{ channel: 'sms' }] },
		};
		const one: Given = { node: 'lox24', parameters, url: sandbox.url };
		const failed = await run(one);
		const again: Result = await retry(one, failed);
		expect(again.error?.message).toContain('lost before the response');
		expect(posts()).toHaveLength(1);
		const { error } = await retry(one, again, {
			parameters: { ...parameters, options: { ifUnknown: 'sendAgain' } },
		});
		expect(error).toBeUndefined();
		expect(posts()).toHaveLength(2);
	});
});
