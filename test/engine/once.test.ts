import { type Sandbox, startSandbox } from '../../sandbox';
import { byId, manyItems, phoneCreateBatchFromItems, phoneUpdate, smsBatchCancel } from './given';
import { run } from './run';

describe('once: Retry On Fail sends again only what did not succeed', () => {
	let sandbox: Sandbox;

	beforeAll(async () => {
		sandbox = await startSandbox();
	});
	afterAll(async () => await sandbox.close());
	beforeEach(() => sandbox.reset());

	const fiveCancels = {
		node: 'lox24' as const,
		parameters: { ...smsBatchCancel, filters: { text: '={{ $json.text }}' } },
		items: Array.from({ length: 5 }, (_, index) => ({ text: `Test ${index}` })),
		retryOnFail: true,
	};

	test('5 items, one refused once: the 4 others are sent once', async () => {
		sandbox.faults.add({ path: '/sms/ops/*', kind: 'status', status: 422, skip: 2, times: 1 });
		const { main, error } = await run({ ...fiveCancels, url: sandbox.url });

		expect(error).toBeUndefined();
		expect(main).toHaveLength(5);
		const sent = sandbox.journal.entries();
		expect(sent).toHaveLength(6);
		const counts = new Map<string, number>();
		for (const { query } of sent) counts.set(query, (counts.get(query) ?? 0) + 1);
		expect([...counts.values()].sort()).toEqual([1, 1, 1, 1, 2]);
	});

	test('the results of the first try come out, in order and paired', async () => {
		sandbox.faults.add({ path: '/phones/*', kind: 'status', status: 422, skip: 1, times: 1 });
		const { main, pairedMain } = await run({
			node: 'lox24',
			parameters: { ...phoneUpdate, phone: '={{ $json.number }}', updateFields: {} },
			items: Array.from({ length: 5 }, (_, index) => ({ number: `+4915100${index}` })),
			url: sandbox.url,
			retryOnFail: true,
		});

		expect(main.map(({ json }) => json.phone)).toEqual([
			'+49151000',
			'+49151001',
			'+49151002',
			'+49151003',
			'+49151004',
		]);
		expect(pairedMain).toEqual([0, 1, 2, 3, 4]);
	});

	test.each([
		{ name: 'reset after the effect', fault: { kind: 'reset-after' as const } },
		{ name: '502 after the effect', fault: { kind: 'status-after' as const, status: 502 } },
	])('what may have had its effect is not sent again: $name', async ({ fault }) => {
		sandbox.faults.add({ path: '/sms/ops/*', times: 1, ...fault });
		const { error } = await run({
			...fiveCancels,
			items: manyItems(1),
			parameters: smsBatchCancel,
			url: sandbox.url,
		});

		expect(sandbox.journal.entries()).toHaveLength(1);
		expect(error).toBeDefined();
	});

	test('a batch of phones that was accepted is not sent again for one that was refused', async () => {
		sandbox.faults.add({ path: '*/batch', kind: 'status', status: 422, skip: 1, times: 1 });
		const { main, error } = await run({
			node: 'lox24',
			parameters: { ...phoneCreateBatchFromItems, options: { batchSize: 2 } },
			items: Array.from({ length: 6 }, (_, index) => ({ phone: `+4915100${index}` })),
			url: sandbox.url,
			retryOnFail: true,
		});

		expect(error).toBeUndefined();
		expect(main).toHaveLength(6);
		const accepted = sandbox.journal.entries().filter(({ status }) => status === 201);
		expect(new Set(accepted.map(({ body }) => body)).size).toBe(3);
		expect(accepted).toHaveLength(3);
	});

	test('without Retry On Fail the same item may be run again, as in a loop', async () => {
		const given = { node: 'lox24' as const, parameters: smsBatchCancel, url: sandbox.url };
		await run(given);
		await run(given);
		expect(sandbox.journal.entries()).toHaveLength(2);
	});

	test('a first item with a truthy error key does not make n8n send everything again', async () => {
		sandbox.faults.add({
			path: '/phones/*',
			kind: 'body',
			status: 200,
			body: JSON.stringify({ id: '12344', error: 'said by the service' }),
			times: 10,
		});
		const { main } = await run({
			node: 'lox24',
			parameters: { ...phoneUpdate, phoneId: byId('12344') },
			items: manyItems(2),
			url: sandbox.url,
			retryOnFail: true,
		});

		expect(sandbox.journal.entries()).toHaveLength(2);
		expect(main[0].json).toEqual({ id: '12344', serviceMessage: 'said by the service' });
	});

	test.each([false, true])(
		'the setting Execute Once sends the first item only (Retry On Fail: %s)',
		async (retryOnFail) => {
			const { main, error } = await run({
				node: 'lox24',
				parameters: phoneUpdate,
				items: manyItems(5),
				url: sandbox.url,
				executeOnce: true,
				retryOnFail,
			});

			expect(error).toBeUndefined();
			expect(main.map(({ json }) => json.id)).toEqual(['12344']);
			expect(sandbox.journal.entries()).toHaveLength(1);
		},
	);

	test("n8n's own batching works with it: every item is sent once", async () => {
		const { main, pairedMain } = await run({
			node: 'lox24',
			parameters: {
				...phoneUpdate,
				requestOptions: { batching: { batch: { batchSize: 2, batchInterval: 20 } } },
			},
			items: manyItems(5),
			url: sandbox.url,
			retryOnFail: true,
		});

		expect(main).toHaveLength(5);
		expect(pairedMain).toEqual([0, 1, 2, 3, 4]);
		expect(sandbox.journal.entries()).toHaveLength(5);
	});

	test('an expression that fails for one item: nothing is sent for the others', async () => {
		const { error } = await run({
			node: 'lox24',
			parameters: {
				...phoneUpdate,
				phone: "={{ $json.bad ? $('Nowhere').first().json.x : '+491' }}",
			},
			items: [{}, {}, { bad: true }],
			url: sandbox.url,
		});

		expect(error).toBeDefined();
		expect(sandbox.journal.entries()).toHaveLength(0);
	});
});
