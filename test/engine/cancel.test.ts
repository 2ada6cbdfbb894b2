import { sleep } from 'n8n-workflow';

import { type Sandbox, startSandbox } from '../../sandbox';
import { manyItems, phoneCreateBatchFromItems, phoneUpdate } from './given';
import { run } from './run';

describe('Stop in the editor', () => {
	let sandbox: Sandbox;

	beforeAll(async () => {
		sandbox = await startSandbox({ latency: 20 });
	});
	afterAll(async () => await sandbox.close());
	beforeEach(() => sandbox.reset());

	/** Resolves when the sandbox has received so many requests. */
	async function received(count: number) {
		while (sandbox.journal.entries().length < count) await sleep(2);
	}

	test.each([
		{ name: 'single requests', parameters: phoneUpdate, items: manyItems(500) },
		{
			name: 'batches of phones',
			parameters: { ...phoneCreateBatchFromItems, options: { batchSize: 1 } },
			items: Array.from({ length: 500 }, (_, index) => ({ phone: `+4915100${index}` })),
		},
	])('$name: nothing more is sent', async ({ parameters, items }) => {
		await run({ node: 'lox24', parameters, items, url: sandbox.url, stopAfter: received(20) });

		const atStop = sandbox.journal.entries().length;
		await sleep(400);
		// The ten that were on their way at that moment may still arrive, and nothing else.
		expect(sandbox.journal.entries().length).toBeLessThanOrEqual(atStop + 10);
		expect(atStop).toBeLessThan(100);
	});
});
