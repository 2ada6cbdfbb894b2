import { type Sandbox, startSandbox } from '../../sandbox';
import { manyItems, phoneCreateBatchFromItems, phoneUpdate } from './given';
import { roundTrips } from './roundTrips';
import { type Given, type Result, run } from './run';

describe('limit: how many requests are on their way at once', () => {
	let sandbox: Sandbox;

	beforeAll(async () => {
		sandbox = await startSandbox();
	});
	afterAll(async () => await sandbox.close());
	beforeEach(() => sandbox.reset());

	/** Requests wait in the sandbox until as many are there as may be, and no more come. */
	async function expectAtOnce(most: number, given: Omit<Given, 'node' | 'url'>): Promise<Result> {
		// The first goes alone: it proves the credential.
		const held = sandbox.hold(1);
		const running = run({ node: 'lox24', url: sandbox.url, ...given });
		await held.full(most);
		await roundTrips(sandbox);
		expect(sandbox.peakInFlight()).toBe(most);
		held.release();
		const result = await running;
		expect(sandbox.peakInFlight()).toBe(most);
		return result;
	}

	test('1,000 items: ten, and all of them arrive', async () => {
		const items = manyItems(1000);
		const { main, error } = await expectAtOnce(10, { parameters: phoneUpdate, items });

		expect(error).toBeUndefined();
		expect(main).toHaveLength(1000);
		expect(sandbox.journal.entries()).toHaveLength(1000);
	});

	test.each([1, 3, 25])('the option Concurrency sets it: %i', async (concurrency) => {
		const parameters = { ...phoneUpdate, options: { concurrency } };
		await expectAtOnce(concurrency, { parameters, items: manyItems(100) });
		expect(sandbox.journal.entries()).toHaveLength(100);
	});

	test('it holds for batches of phones', async () => {
		const options = { concurrency: 4, batchSize: 1 };
		await expectAtOnce(4, {
			parameters: { ...phoneCreateBatchFromItems, options },
			items: Array.from({ length: 60 }, (_, index) => ({ phone: `+4915100${index}` })),
		});
		expect(sandbox.journal.entries()).toHaveLength(60);
	});
});
