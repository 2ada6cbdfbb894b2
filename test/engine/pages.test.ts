import { type Sandbox, startSandbox } from '../../sandbox';
import { listNode } from './listNode';
import { run } from './run';

const PLAIN = 'application/json';
const JSON_LD = 'application/ld+json';

describe('pages: lists are read until Limit or Return All is met', () => {
	let sandbox: Sandbox;

	beforeAll(async () => {
		sandbox = await startSandbox();
	});
	afterAll(async () => await sandbox.close());
	beforeEach(() => sandbox.reset());

	/** 95 groups: three full pages of the sandbox and a short one. */
	function fill(count = 95) {
		const { groups } = sandbox.state;
		const [pattern] = groups.values();
		for (let id = 20_000; groups.size < count; id++) groups.set(id, { ...pattern, id });
	}

	const list = async (parameters: object, items = [{}]) =>
		await run({ node: listNode, parameters: { ...parameters }, items, url: sandbox.url });

	const pagesAsked = () =>
		sandbox.journal
			.entries()
			.map(({ query }) => Number(new URLSearchParams(query).get('page') ?? 1));

	test.each([JSON_LD, PLAIN])(
		'Return All gives every entry once, in order (%s)',
		async (accept) => {
			fill();
			const { main } = await list({ returnAll: true, accept });

			const ids = main.map(({ json }) => json.id);
			expect(ids).toHaveLength(95);
			expect(new Set(ids).size).toBe(95);
			const expected = await allGroups();
			expect(ids).toEqual(expected);
			expect(Object.keys(main[0].json).some((key) => key.startsWith('@'))).toBe(false);
		},
	);

	async function allGroups() {
		const ids: unknown[] = [];
		for (let page = 1; page <= 4; page++) {
			const headers = { 'X-LOX24-AUTH-TOKEN': sandbox.tokens.lox24, Accept: PLAIN };
			const response = await fetch(`${sandbox.url}/groups?page=${page}`, { headers });
			ids.push(...((await response.json()) as Array<{ id: number }>).map(({ id }) => id));
		}
		return ids;
	}

	test('with a total the pages after the first are asked for at once', async () => {
		fill();
		const held = sandbox.hold(1);
		const listed = list({ returnAll: true, accept: JSON_LD });
		await held.full(3);
		held.release();
		await listed;
		expect(pagesAsked().sort()).toEqual([1, 2, 3, 4]);
		expect(sandbox.peakInFlight()).toBe(3);
	});

	test.each([
		{ limit: 5, pages: [1] },
		{ limit: 30, pages: [1] },
		{ limit: 31, pages: [1, 2] },
		{ limit: 90, pages: [1, 2, 3] },
	])('Limit $limit asks for no more pages than it needs', async ({ limit, pages }) => {
		fill();
		for (const accept of [JSON_LD, PLAIN]) {
			sandbox.journal.clear();
			const { main } = await list({ returnAll: false, limit, accept });
			expect(main).toHaveLength(limit);
			expect(pagesAsked().sort()).toEqual(pages);
		}
	});

	test('an empty list gives no items, and a list of one page costs one request', async () => {
		sandbox.state.groups.clear();
		expect((await list({ returnAll: true })).main).toEqual([]);
		fillWithOne();
		sandbox.journal.clear();
		expect((await list({ returnAll: true })).main).toHaveLength(1);
		expect(pagesAsked()).toEqual([1]);
	});

	function fillWithOne() {
		sandbox.reset();
		const { groups } = sandbox.state;
		for (const id of [...groups.keys()].slice(1)) groups.delete(id);
	}

	test('two input items: every entry is paired with the item it was asked for', async () => {
		fill(40);
		const { pairedMain } = await list({ returnAll: true }, [{}, {}]);
		expect(pairedMain).toEqual([...Array(40).fill(0), ...Array(40).fill(1)]);
	});

	test('a server that ignores the page does not send the run round for ever', async () => {
		const page = Array.from({ length: 30 }, (_, id) => ({ id }));
		sandbox.faults.add({
			path: '/groups*',
			kind: 'body',
			status: 200,
			body: JSON.stringify(page),
			times: 1000,
		});
		const { main } = await list({ returnAll: true, accept: PLAIN });
		expect(main).toHaveLength(30);
		expect(pagesAsked()).toEqual([1, 2]);
	});

	test('the prefixed and the plain keys of JSON-LD are read alike', async () => {
		for (const prefix of ['hydra:', '']) {
			sandbox.reset();
			const body = JSON.stringify({
				'@context': '/contexts/Group',
				[`${prefix}member`]: [{ '@id': '/groups/1', id: 1 }],
				[`${prefix}totalItems`]: 1,
			});
			sandbox.faults.add({ path: '/groups*', kind: 'body', status: 200, body, times: 5 });
			const { main } = await list({ returnAll: true });
			expect(main.map(({ json }) => json)).toEqual([{ id: 1 }]);
			expect(pagesAsked()).toEqual([1]);
		}
	});

	test('a link to the next page on another origin is refused', async () => {
		const body = JSON.stringify({
			'hydra:member': [{ id: 1 }],
			'hydra:view': { 'hydra:next': 'https://elsewhere.example/groups?page=2' },
		});
		sandbox.faults.add({ path: '/groups*', kind: 'body', status: 200, body, times: 5 });
		const { error } = await list({ returnAll: true });
		expect(error?.message).toContain('continues at another address');
		expect(sandbox.journal.entries()).toHaveLength(1);
	});

	test('a page that does not come fails the list as a whole, after its repeats', async () => {
		fill();
		sandbox.faults.add({ path: '/groups*', kind: 'status', status: 422, skip: 1, times: 10 });
		const { error, main } = await list({ returnAll: true });
		expect(error?.httpCode).toBe('422');
		expect(main).toEqual([]);
	});

	test('a page that meets a passing fault is read again', async () => {
		fill();
		sandbox.faults.add({ path: '/groups*', kind: 'status', status: 503, skip: 1, times: 1 });
		const { main } = await list({ returnAll: true });
		expect(main).toHaveLength(95);
	});

	test('a delete gives an item that says so', async () => {
		const { main, error } = await list({ operation: 'delete', groupId: '7116' });
		expect(error).toBeUndefined();
		expect(main.map(({ json }) => json)).toEqual([{ deleted: true }]);
		expect(sandbox.state.groups.has(7116)).toBe(false);
	});
});
