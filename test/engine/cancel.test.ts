import { type Sandbox, startSandbox } from '../../sandbox';
import { manyItems, phoneCreateBatchFromItems, phoneUpdate } from './given';
import { roundTrips } from './roundTrips';
import { run } from './run';

describe('Stop in the editor', () => {
	let sandbox: Sandbox;

	beforeAll(async () => {
		sandbox = await startSandbox();
	});
	afterAll(async () => await sandbox.close());
	beforeEach(() => sandbox.reset());

	test.each([
		{ name: 'single requests', parameters: phoneUpdate, items: manyItems(500) },
		{
			name: 'batches of phones',
			parameters: { ...phoneCreateBatchFromItems, options: { batchSize: 1 } },
			items: Array.from({ length: 500 }, (_, index) => ({ phone: `+4915100${index}` })),
		},
	])('$name: nothing more is sent', async ({ parameters, items }) => {
		const held = sandbox.hold(20);
		await run({ node: 'lox24', parameters, items, url: sandbox.url, stopAfter: held.full(10) });
		held.release();
		await roundTrips(sandbox);
		// Those that were on their way have arrived, and nothing else.
		expect(sandbox.journal.entries()).toHaveLength(30);
	});
});
