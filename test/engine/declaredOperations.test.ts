import type { INode, INodeProperties } from 'n8n-workflow';
import { ExecuteContext } from 'n8n-core';

import { systemClock } from '../../nodes/shared/send/clock';
import { planRequest } from '../../nodes/shared/request/plan';
import { type Sandbox, startSandbox } from '../../sandbox';
import { byId, manyItems, phoneUpdate } from './given';
import { run } from './run';

/** What n8n's declarative engine would do, done once for a run instead of twice for an item. */
describe('declared operations', () => {
	let sandbox: Sandbox;

	beforeAll(async () => {
		sandbox = await startSandbox();
	});
	afterAll(async () => await sandbox.close());
	beforeEach(() => sandbox.reset());

	const broken = "={{ $json.id === 1 ? $('Nowhere').item.json.a : 'fine' }}";
	const given = (updateFields: unknown) => ({
		node: 'lox24' as const,
		parameters: { ...phoneUpdate, updateFields } as never,
		items: [{}, {}, {}],
		url: sandbox.url,
	});

	test('an expression that fails stops before anything is sent', async () => {
		const { error } = await run(given({ a: broken }));

		expect(error?.message).toContain("Referenced node doesn't exist");
		expect(error?.context?.itemIndex).toBe(1);
		expect(sandbox.journal.entries()).toEqual([]);
	});

	test('it keeps its pairing on the error output', async () => {
		const { main, errors, pairedMain, pairedErrors } = await run({
			...given({ a: broken }),
			onError: 'continueErrorOutput',
		});

		expect(main).toHaveLength(2);
		expect(pairedMain).toEqual([0, 2]);
		expect(errors[0].json.error).toContain("Referenced node doesn't exist");
		expect(pairedErrors).toEqual([1]);
		expect(sandbox.journal.entries()).toHaveLength(2);
	});

	test("n8n's log says how far a long run is", async () => {
		const debug = jest.fn();
		const logger = jest.spyOn(ExecuteContext.prototype, 'logger', 'get');
		logger.mockReturnValue({ debug } as never);
		await run({ node: 'lox24', parameters: phoneUpdate, items: manyItems(1100), url: sandbox.url });
		logger.mockRestore();

		const lines = debug.mock.calls.map(([line]) => String(line));
		expect(lines.filter((line) => line.startsWith('LOX24'))).toEqual([
			'LOX24: 1000 items are done',
		]);
	});

	test('the batching of Request Options spaces the items out', async () => {
		const waits = jest.spyOn(systemClock, 'sleep');
		await run({
			node: 'lox24',
			parameters: {
				resource: 'group',
				operation: 'get',
				groupId: byId('7116'),
				requestOptions: { batching: { batch: { batchSize: 2, batchInterval: 777 } } },
			},
			items: [{}, {}, {}, {}, {}],
			url: sandbox.url,
		});
		const paused = waits.mock.calls.filter(([milliseconds]) => milliseconds === 777);
		waits.mockRestore();

		expect(sandbox.journal.entries()).toHaveLength(5);
		expect(paused).toHaveLength(2);
	});

	test.each([
		['a value', { routing: { send: { type: 'body', property: 'a', value: '={{ $value }}' } } }],
		['a property', { routing: { send: { type: 'body', property: '={{ $value }}' } } }],
		['a request', { routing: { request: { url: '=/x/{{ $value }}' } } }],
	])('routing with an expression for %s is refused, not left out', (_case, routing) => {
		const property = { displayName: 'A', name: 'a', type: 'string', default: '', ...routing };
		const properties = [property as INodeProperties];
		const node = { parameters: { a: 'x' } } as unknown as INode;

		expect(() => planRequest(node, properties)).toThrow('use a function');
	});
});
