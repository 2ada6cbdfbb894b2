import type { INodeParameters } from 'n8n-workflow';

import { type Sandbox, startSandbox } from '../../sandbox';
import { byId } from './given';
import { type Given, run } from './run';

/** Filters of saved workflows that LOX24 does not have, and might ignore. */
describe('filters that the node applies itself', () => {
	let sandbox: Sandbox;

	beforeAll(async () => {
		sandbox = await startSandbox();
	});
	afterAll(async () => await sandbox.close());
	beforeEach(() => sandbox.reset());

	const bulk = (index: number) => ({
		uuid: `da0fa78c-4699-11ea-a637-${String(index).padStart(12, '0')}`,
		status_code: 10,
	});
	const asList = (entries: object[]) =>
		sandbox.faults.add({ kind: 'body', status: 200, body: JSON.stringify(entries), times: 9 });

	const bulks = async (
		filters: INodeParameters,
		{ limit, ...more }: Partial<Given> & { limit?: number } = {},
	) =>
		await run({
			node: 'lox24',
			url: sandbox.url,
			parameters: {
				...{ resource: 'bulk', operation: 'getAll', simplify: false, filters },
				...(limit ? { returnAll: false, limit } : { returnAll: true }),
			},
			...more,
		});

	test('bulks by ID: only these come out, and no filter is on the wire', async () => {
		const entries = Array.from({ length: 9 }, (_, index) => bulk(index));
		asList(entries);
		const { main } = await bulks({ uuid: [bulk(3).uuid.toUpperCase(), bulk(8).uuid] });
		expect(main.map(({ json }) => json)).toEqual([bulk(3), bulk(8)]);
		expect(sandbox.journal.entries().map(({ query }) => query)).not.toContainEqual(
			expect.stringContaining('uuid'),
		);
	});

	test('a limit counts what comes out, not what was looked at', async () => {
		asList(Array.from({ length: 9 }, (_, index) => bulk(index)));
		const { main } = await bulks({ uuid: [bulk(7).uuid, bulk(8).uuid] }, { limit: 1 });
		expect(main.map(({ json }) => json)).toEqual([bulk(7)]);
	});

	test('the last of all is found', async () => {
		const { main: all } = await bulks({});
		const ids = all.map(({ json }) => String(json.uuid));
		expect(ids.length).toBeGreaterThan(0);
		sandbox.journal.clear();
		const { main } = await bulks({ uuid: [ids.at(-1)!] }, { limit: 50 });
		expect(main.map(({ json }) => json.uuid)).toEqual([ids.at(-1)!]);
	});

	test('other filters go to LOX24 as ever', async () => {
		await bulks({ uuid: [bulk(1).uuid], statusCode: [10] });
		expect(sandbox.journal.entries()[0].query).toBe('status_code=10');
	});

	test.each([[['7']], ['x'], [{ a: 1 }], [[bulk(1).uuid, true]]])(
		'a value that is no ID is refused: %j',
		async (uuid) => {
			const { error } = await bulks({ uuid: '={{ $json.uuid }}' }, { items: [{ uuid }] as never });
			expect(error?.message).toContain('Bulk IDs is not valid');
			expect(sandbox.journal.entries()).toEqual([]);
		},
	);

	test.each([[''], [[]], [null]])(
		'an empty one filters nothing, like the others: %j',
		async (uuid) => {
			asList([bulk(1)]);
			const { main } = await bulks({ uuid: '={{ $json.uuid }}' }, { items: [{ uuid }] as never });
			expect(main).toHaveLength(1);
		},
	);

	test('clicks of an SMS by version of the browser, in upper or lower case', async () => {
		const click = (id: number, browser_version: unknown) => ({ id, browser_version });
		asList([click(1, '12.0 Beta'), click(2, '11'), click(3, null)]);
		const { main } = await run({
			node: 'lox24',
			url: sandbox.url,
			parameters: {
				...{ resource: 'smsClick', operation: 'getRequests', returnAll: true, simplify: false },
				...{ smsId: byId(bulk(1).uuid), filters: { browserVersion: '2.0 beta', os: 'Linux' } },
			},
		});
		expect(main.map(({ json }) => json.id)).toEqual([1]);
		expect(sandbox.journal.entries()[0].query).toBe('os=Linux');
	});
});
