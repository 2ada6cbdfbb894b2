import { type Sandbox, startSandbox } from '../../sandbox';
import { manyItems, phoneCreateBatchFromItems, phoneUpdate } from './given';
import { run } from './run';

describe('limit: how many requests are on their way at once', () => {
	let sandbox: Sandbox;

	beforeAll(async () => {
		sandbox = await startSandbox({ latency: 25 });
	});
	afterAll(async () => await sandbox.close());
	beforeEach(() => sandbox.reset());

	test('1,000 items: ten, and all of them arrive', async () => {
		const { main, error } = await run({
			node: 'lox24',
			parameters: phoneUpdate,
			items: manyItems(1000),
			url: sandbox.url,
		});

		expect(error).toBeUndefined();
		expect(main).toHaveLength(1000);
		expect(sandbox.journal.entries()).toHaveLength(1000);
		expect(sandbox.peakInFlight()).toBe(10);
	});

	test.each([1, 3, 25])('the option Concurrency sets it: %i', async (concurrency) => {
		await run({
			node: 'lox24',
			parameters: { ...phoneUpdate, options: { concurrency } },
			items: manyItems(200),
			url: sandbox.url,
		});

		expect(sandbox.journal.entries()).toHaveLength(200);
		expect(sandbox.peakInFlight()).toBe(concurrency);
	});

	test('it holds for batches of phones', async () => {
		await run({
			node: 'lox24',
			parameters: { ...phoneCreateBatchFromItems, options: { concurrency: 4, batchSize: 1 } },
			items: Array.from({ length: 60 }, (_, index) => ({ phone: `+4915100${index}` })),
			url: sandbox.url,
		});

		expect(sandbox.journal.entries()).toHaveLength(60);
		expect(sandbox.peakInFlight()).toBe(4);
	});
});
