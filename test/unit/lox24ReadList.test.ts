import { readList } from '../../nodes/Lox24/api/readList';
import { ok } from './given';
import { entries, ids, page, pagesOf, read, request } from './givenLists';

describe('LOX24 lists: pages with a total', () => {
	test('all of them are read, in order', async () => {
		const { ids: read1, failure, asked } = await read(pagesOf(35));
		expect(read1).toEqual(ids(1, 35));
		expect(failure).toBeUndefined();
		expect(asked).toEqual([1, 2, 3, 4]);
	});

	test('after the first several are asked for at once, but no more than allowed', async () => {
		expect((await read(pagesOf(60), { concurrency: 3 })).most).toBe(3);
		expect((await read(pagesOf(60), { concurrency: 1 })).most).toBe(1);
	});

	test('the first page is asked for without a number', async () => {
		const fetch = jest.fn(async () => ok(page(entries(1, 2), 2)));
		await readList(request, Infinity, fetch, { timezone: 'UTC', concurrency: 3 });
		expect(fetch.mock.calls).toEqual([[request]]);
	});

	test('a full last page needs no further one', async () => {
		expect((await read(pagesOf(20))).asked).toEqual([1, 2]);
	});

	test.each([
		{ limit: 5, asked: [1], last: 5 },
		{ limit: 10, asked: [1], last: 10 },
		{ limit: 11, asked: [1, 2], last: 11 },
		{ limit: 35, asked: [1, 2, 3, 4], last: 35 },
		{ limit: 99, asked: [1, 2, 3, 4], last: 35 },
	])('a limit of $limit reads no more than it needs', async ({ limit, asked, last }) => {
		const result = await read(pagesOf(35), { limit });
		expect(result.ids).toEqual(ids(1, last));
		expect([result.asked, result.failure]).toEqual([asked, undefined]);
	});

	test('an empty list is one', async () => {
		expect(await read(() => ok(page([], 0)))).toMatchObject({ ids: [], asked: [1] });
		expect((await read(() => ok(page([], 0)))).failure).toBeUndefined();
		const { response } = ok(undefined);
		const nothing = await read(() => ({ response: { ...response, status: 204 } }));
		expect(nothing).toMatchObject({ ids: [], asked: [1] });
		expect(nothing.failure).toBeUndefined();
	});

	test('the keys of JSON-LD are taken out of the entries, after they told them apart', async () => {
		const members = [
			{ '@id': '/groups/1', '@type': 'Group', name: 'a' },
			{ '@id': '/groups/2', name: 'a' },
			{ '@id': '/groups/1', name: 'twice' },
			'text',
		];
		const result = await read(() => ok(page(members, 3)));
		expect(result.entries).toEqual([{ name: 'a' }, { name: 'a' }, 'text']);
	});

	test('members by number, and keys without a prefix', async () => {
		const { ids: found, failure } = await read(() =>
			ok({ member: { 0: { id: 1 }, 1: { id: 2 } }, totalItems: 2 }),
		);
		expect([found, failure]).toEqual([[1, 2], undefined]);
	});
});

describe('LOX24 lists: what the service says of its next page', () => {
	test('it is read on while there is one, without a total', async () => {
		const view = (number: number) =>
			ok({
				'hydra:member': entries(number * 2 - 1, number * 2),
				'hydra:view': number < 3 ? { 'hydra:next': `/groups?page=${number + 1}` } : {},
			});
		const { ids: found, asked, failure } = await read(view);
		expect([found, asked, failure]).toEqual([ids(1, 6), [1, 2, 3], undefined]);
	});

	test('a total that is capped does not end it', async () => {
		const capped = (number: number) =>
			ok({
				'hydra:member': entries(number * 2 - 1, number * 2),
				'hydra:totalItems': 4,
				'hydra:view': number < 5 ? { 'hydra:next': `/groups?page=${number + 1}` } : {},
			});
		const { ids: found, asked, failure } = await read(capped);
		expect([found, asked, failure]).toEqual([ids(1, 10), [1, 2, 3, 4, 5], undefined]);
	});

	test('without a word of it the total counts', async () => {
		const { ids: found, asked } = await read(pagesOf(20, 10), { concurrency: 1 });
		expect([found, asked]).toEqual([ids(1, 10), [1]]);
	});

	test.each([
		['another host', 'https://elsewhere.example/groups?page=2&token=1'],
		['another port', 'https://service.example:8443/groups?page=2'],
		['another protocol', 'http://service.example/groups?page=2'],
		['another host without protocol', '//elsewhere.example/groups'],
		['what is no address', 'https://'],
	])('%s is not followed', async (_what, next) => {
		const { entries: found, failure, asked } = await read(() => ok(page(entries(1, 2), 20, next)));
		expect([found, asked]).toEqual([[], [1]]);
		expect(failure).toEqual({
			message: 'The list continues at another address, which is not followed',
			description: `The next page would be ${next.split('?')[0]}. The token is only sent to the address in the credential.`,
			effect: 'none',
		});
	});

	test.each(['/groups?page=2', '?page=2', 'https://service.example/groups?page=2'])(
		'%s belongs to the service',
		async (next) => {
			const { ids: found, failure } = await read((number) =>
				number === 1 ? ok(page(entries(1, 2), 4, next)) : ok(page(entries(3, 4), 4)),
			);
			expect([found, failure]).toEqual([[1, 2, 3, 4], undefined]);
		},
	);

	test('where the credential has no address, nothing belongs to it', async () => {
		const fetch = async () => ok(page(entries(1, 2), 4, '/groups?page=2'));
		const bare = { ...request, baseURL: undefined };
		const { failure } = await readList(bare, 9, fetch, { timezone: 'UTC', concurrency: 1 });
		expect(failure?.message).toContain('continues at another address');
	});

	test('where there is no next page, the address does not matter', async () => {
		const bare = { ...request, baseURL: undefined };
		const fetch = async () => ok(page(entries(1, 2), 2));
		const { failure } = await readList(bare, 9, fetch, { timezone: 'UTC', concurrency: 1 });
		expect(failure).toBeUndefined();
	});

	test('a list that never ends is ended', async () => {
		const { asked, failure } = await read((number) =>
			ok(page([{ id: number }], undefined, '/groups?page')),
		);
		expect(asked).toHaveLength(10_000);
		expect(failure?.message).toBe('The list is incomplete: it has more than 10000 pages');
	});
});

describe('LOX24 lists: plain arrays', () => {
	const plain = (count: number) => (number: number) =>
		ok(entries(number * 10 - 9, Math.min(number * 10, count)));

	test('one page after the other, until one is empty', async () => {
		const { ids: found, asked, most } = await read(plain(25));
		expect([found, asked, most]).toEqual([ids(1, 25), [1, 2, 3, 4], 1]);
	});

	test.each([
		{ limit: 10, asked: [1] },
		{ limit: 11, asked: [1, 2] },
	])('a limit of $limit ends it', async ({ limit, asked }) => {
		const result = await read(plain(100), { limit });
		expect([result.ids, result.asked]).toEqual([ids(1, limit), asked]);
	});

	test('a page that repeats the one before ends it', async () => {
		const { ids: found, asked, failure } = await read(() => ok(entries(1, 10)));
		expect([found, asked, failure]).toEqual([ids(1, 10), [1, 2], undefined]);
	});

	test('a page that begins like the one before does not', async () => {
		const pages = [[{ a: 1 }, { a: 2 }], [{ a: 1 }, { a: 3 }], []];
		const { entries: found, asked } = await read((number) => ok(pages[number - 1]));
		expect([found, asked]).toEqual([
			[...pages[0], ...pages[1]],
			[1, 2, 3],
		]);
	});
});
