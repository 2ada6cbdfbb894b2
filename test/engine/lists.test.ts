import { type Sandbox, startSandbox } from '../../sandbox';
import { listNode } from './listNode';
import { roundTrips } from './roundTrips';
import { run } from './run';

/** A list is complete, or it says that it is not. */
describe('lists that change, lie or break off', () => {
	let sandbox: Sandbox;

	beforeAll(async () => {
		sandbox = await startSandbox();
	});
	afterAll(async () => await sandbox.close());
	beforeEach(() => sandbox.reset());

	const list = async (more: object = {}, parameters: object = {}) =>
		await run({
			node: listNode,
			parameters: { returnAll: true, ...parameters },
			url: sandbox.url,
			...more,
		});

	/** Serves these pages as JSON-LD, whatever is asked for; the last one for all that follow. */
	function serve(pages: Array<{ ids: number[]; total?: number; next?: boolean }>) {
		pages.forEach(({ ids, total, next }, index) => {
			const number = index + 1;
			const body = JSON.stringify({
				'hydra:member': ids.map((id) => ({ '@id': `/groups/${id}`, id })),
				...(total === undefined ? {} : { 'hydra:totalItems': total }),
				...(next === undefined
					? {}
					: { 'hydra:view': next ? { 'hydra:next': `/groups?page=${number + 1}` } : {} }),
			});
			const times = number === pages.length ? 1000 : 1;
			sandbox.faults.add({ path: '/groups*', kind: 'body', status: 200, body, times });
		});
	}

	const ids = (result: Awaited<ReturnType<typeof list>>) => result.main.map(({ json }) => json.id);
	const requests = () => sandbox.journal.entries().length;
	const one = { options: { concurrency: 1 } };

	test('entries that moved to the next page while it grew come once', async () => {
		serve([
			{ ids: [1, 2, 3], total: 6, next: true },
			{ ids: [3, 4, 5], total: 7, next: true },
			{ ids: [6], total: 7, next: false },
		]);
		expect(ids(await list({}, one))).toEqual([1, 2, 3, 4, 5, 6]);
	});

	test('entries that moved to the page before while it shrank are found by reading again', async () => {
		serve([
			{ ids: [1, 2, 3], total: 6, next: true },
			{ ids: [5, 6], total: 5, next: false },
			{ ids: [2, 3, 4], total: 5, next: true },
			{ ids: [5, 6], total: 5, next: false },
		]);
		expect(ids(await list({}, one))).toEqual([1, 2, 3, 5, 6, 4]);
	});

	test('a total that is capped does not end the list', async () => {
		serve([
			{ ids: [1, 2], total: 2, next: true },
			{ ids: [3, 4], total: 2, next: true },
			{ ids: [5], total: 2, next: false },
		]);
		expect(ids(await list())).toEqual([1, 2, 3, 4, 5]);
	});

	test('a total of 1e9 costs few requests, and the list says that it is incomplete', async () => {
		serve([
			{ ids: [1, 2], total: 1e9, next: true },
			{ ids: [], total: 1e9 },
		]);
		const result = await list({ onError: 'continueRegularOutput' });
		expect(requests()).toBeLessThanOrEqual(11);
		expect(ids(result).slice(0, 2)).toEqual([1, 2]);
		expect(result.main[2].json.error).toContain('it has 1000000000 entries but returned 2');
		expect((await list()).error?.message).toContain('incomplete');
	});

	test.each(['continueRegularOutput', 'continueErrorOutput'] as const)(
		'a page that fails, %s: what was read comes out, with an item that says where it broke off',
		async (onError) => {
			const { groups } = sandbox.state;
			const [pattern] = groups.values();
			for (let id = 20_000; groups.size < 305; id++) groups.set(id, { ...pattern, id });
			sandbox.faults.add({ path: '/groups*', kind: 'status', status: 422, skip: 5, times: 1000 });
			const { main, errors, pairedMain, pairedErrors } = await list({ onError }, one);
			const failed =
				onError === 'continueErrorOutput' ? errors : main.filter(({ json }) => json.error);
			expect(main.filter(({ json }) => !json.error)).toHaveLength(150);
			expect(failed).toHaveLength(1);
			expect(failed[0].json.details).toMatchObject({ httpCode: '422' });
			expect(new Set([...pairedMain, ...pairedErrors])).toEqual(new Set([0]));
			// Nothing further is asked for.
			expect(requests()).toBe(6);
		},
	);

	test('a list that is no list is not taken for an entry', async () => {
		sandbox.faults.add({ kind: 'body', status: 200, body: '{"login":"required"}', times: 5 });
		expect((await list()).error?.message).toContain('did not respond with a list');
	});

	test('several items: their pages together stay within Concurrency', async () => {
		const { groups } = sandbox.state;
		const [pattern] = groups.values();
		for (let id = 20_000; groups.size < 305; id++) groups.set(id, { ...pattern, id });
		const held = sandbox.hold(1);
		const listed = list({ items: [{}, {}, {}, {}] }, { options: { concurrency: 3 } });
		await held.full(3);
		await roundTrips(sandbox);
		held.release();
		await listed;
		expect(sandbox.peakInFlight()).toBe(3);
	});
});
