import { type Sandbox, startSandbox } from '../../sandbox';
import { run } from './run';

/** Several rounds of Concurrency after the requests that meet the fault. */
const COUNT = 80;

describe(`sms: send under faults, ${COUNT} messages, Retry On Fail on`, () => {
	let sandbox: Sandbox;

	beforeAll(async () => {
		sandbox = await startSandbox();
	});
	afterAll(async () => await sandbox.close());
	beforeEach(() => sandbox.reset());

	const send = async (more: object = {}, count = COUNT) =>
		await run({
			node: 'lox24',
			parameters: {
				resource: 'sms',
				operation: 'send',
				senderId: 'MyShop',
				phone: '+4915112345678',
				text: '={{ "message " + $json.id }}',
				...more,
			},
			items: Array.from({ length: count }, () => ({})),
			url: sandbox.url,
			onError: 'continueRegularOutput',
			retryOnFail: true,
		});

	/** How often each text arrived and took effect. */
	function effects() {
		const texts = [...sandbox.state.sms.values()].map(({ text }) => String(text));
		return Array.from(
			{ length: COUNT },
			(_, id) => texts.filter((text) => text === `message ${id}`).length,
		);
	}

	const all = (value: unknown) => Array.from({ length: COUNT }, () => value);

	test.each(['reset-after', 'status-after'] as const)(
		'%s: every message is sent once, and every item says so',
		async (kind) => {
			sandbox.faults.add({ method: 'POST', path: '/sms', kind, status: 502, skip: 5, times: 8 });
			const { main, pairedMain } = await send();

			expect(effects()).toEqual(all(1));
			expect(main.map(({ json }) => json.error)).toEqual(all(undefined));
			expect(main.map(({ json }) => json.text)).toEqual(
				Array.from({ length: COUNT }, (_, id) => `message ${id}`),
			);
			expect(pairedMain).toEqual(Array.from({ length: COUNT }, (_, id) => id));
		},
	);

	test.each(['reset-before', 'status'] as const)(
		'%s without the effect: not found proves nothing, so it is unknown and not sent again',
		async (kind) => {
			const fault = { method: 'POST', path: '/sms', kind, status: 502 };
			sandbox.faults.add({ ...fault, skip: 5, times: 8 });
			const { main } = await send();
			const unknown = main.filter(({ json }) => json.error);
			expect(unknown).toHaveLength(8);
			for (const { json } of unknown) {
				expect(json.error).toContain('it was looked up and not found yet');
				expect(json.details).toMatchObject({ outcome: 'unknown' });
			}
			expect(effects().filter((count) => count === 1)).toHaveLength(COUNT - 8);
			expect(sandbox.journal.entries().filter(({ method }) => method === 'POST')).toHaveLength(
				COUNT,
			);
		},
	);

	test('If the Outcome Is Unknown: send again', async () => {
		sandbox.faults.add({ method: 'POST', path: '/sms', kind: 'reset-before', skip: 5, times: 8 });
		const { main } = await send({ options: { ifUnknown: 'sendAgain' } });
		expect(main.filter(({ json }) => json.error)).toEqual([]);
		expect(effects()).toEqual(all(1));
	});

	test('a list that shows a message only after two seconds: it is found, and sent once', async () => {
		// Waits are a hundred times as short here, see run.ts.
		sandbox.changeSettings({ listLag: 20 });
		sandbox.faults.add({ method: 'POST', path: '/sms', kind: 'reset-after', skip: 5, times: 8 });
		const { main } = await send();
		expect(main.filter(({ json }) => json.error)).toEqual([]);
		expect(effects()).toEqual(all(1));
	});

	test('a timeout after the effect: looked up and found', async () => {
		sandbox.faults.add({ method: 'POST', path: '/sms', kind: 'hang-after', skip: 5, times: 5 });
		const { main } = await send({ requestOptions: { timeout: 4000 } });
		expect(effects()).toEqual(all(1));
		expect(main.map(({ json }) => json.error)).toEqual(all(undefined));
	});

	test('a timeout before the effect: not found settles nothing, so it is unknown and not sent again', async () => {
		sandbox.faults.add({ method: 'POST', path: '/sms', kind: 'hang', skip: 5, times: 5 });
		const { main } = await send({ requestOptions: { timeout: 4000 } });
		const unknown = main.filter(({ json }) => json.error);
		expect(unknown).toHaveLength(5);
		for (const { json } of unknown) expect(json.details).toMatchObject({ effect: 'unknown' });
		expect(effects().filter((count) => count === 1)).toHaveLength(COUNT - 5);
		expect(effects().some((count) => count > 1)).toBe(false);
	});

	test('a gateway that gave up (504): the service may still be at it, so nothing is sent again', async () => {
		sandbox.faults.add({
			method: 'POST',
			path: '/sms',
			kind: 'status',
			status: 504,
			skip: 5,
			times: 5,
		});
		const { main } = await send();
		const unknown = main.filter(({ json }) => json.error);
		expect(unknown).toHaveLength(5);
		for (const { json } of unknown) expect(json.details).toMatchObject({ outcome: 'unknown' });
		expect(sandbox.journal.entries().filter(({ method }) => method === 'POST')).toHaveLength(COUNT);
	});

	test('a clock that is wrong by an hour does not hide a message of our own', async () => {
		sandbox.clock.advance(-3600);
		sandbox.faults.add({ method: 'POST', path: '/sms', kind: 'reset-after', skip: 5, times: 3 });
		const { main } = await send();
		expect(effects()).toEqual(all(1));
		expect(main.filter(({ json }) => json.error)).toEqual([]);
	});

	test('without Prevent Duplicates what is unknown stays unknown, and nothing is sent twice', async () => {
		const fault = { method: 'POST', path: '/sms', skip: 5, times: 25 };
		sandbox.faults.add({ ...fault, kind: 'reset-after' });
		const { main } = await send({ options: { preventDuplicates: false } });
		expect(effects()).toEqual(all(1));
		expect(main.filter(({ json }) => json.error)).toHaveLength(25);
		const sent = sandbox.journal.entries();
		expect(sent).toHaveLength(COUNT);
		for (const { json } of sent) expect(json).not.toHaveProperty('callback_data');
	});

	test('a look-up that fails is made good on the next try of Retry On Fail', async () => {
		sandbox.faults.add({ method: 'POST', path: '/sms', kind: 'reset-after', times: 1 });
		sandbox.faults.add({ method: 'GET', path: '/sms*', kind: 'status', status: 500, times: 1 });
		const { main } = await send();
		expect(effects()).toEqual(all(1));
		expect(main.map(({ json }) => json.error)).toEqual(all(undefined));
	});

	test('callback data shared by all: what cannot be told apart is unknown and not sent again', async () => {
		sandbox.faults.add({ method: 'POST', path: '/sms', kind: 'reset-before', skip: 50, times: 3 });
		const { main } = await send({ additionalFields: { callbackData: 'same-for-all' } });
		const unknown = main.filter(({ json }) => json.error);
		expect(unknown).toHaveLength(3);
		for (const { json } of unknown) expect(json.details).toMatchObject({ effect: 'unknown' });
		expect(effects().some((count) => count > 1)).toBe(false);
	});

	test('a text that LOX24 deletes after sending does not make the message a new one', async () => {
		sandbox.faults.add({ method: 'POST', path: '/sms', kind: 'reset-after', skip: 50, times: 3 });
		const seen: string[] = [];
		const { main } = await send({
			additionalFields: { isTextDeleted: true },
			options: { concurrency: 1 },
		});
		for (const { json } of sandbox.journal.entries()) {
			if (json) seen.push((json as { text: string }).text);
		}
		expect(new Set(seen).size).toBe(COUNT);
		expect(seen).toHaveLength(COUNT);
		expect(main.filter(({ json }) => json.error)).toEqual([]);
	});

	test("the user's own callback data is used and kept", async () => {
		sandbox.faults.add({ method: 'POST', path: '/sms', kind: 'reset-after', skip: 5, times: 3 });
		const { main } = await send({ additionalFields: { callbackData: 'same-for-all' } });
		expect(effects()).toEqual(all(1));
		expect(main.map(({ json }) => json.callback_data)).toEqual(all('same-for-all'));
		const texts = new Set(main.map(({ json }) => json.text));
		expect(texts.size).toBe(COUNT);
	});
});
