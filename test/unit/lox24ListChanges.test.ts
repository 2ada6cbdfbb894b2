import { failed, failureOf, ok } from './given';
import { entries, ids, page, pagesOf, read } from './givenLists';

/** A page that names the next one, if there is one. */
const linked = (members: unknown[], total: number, hasNext: boolean) =>
	ok({
		'hydra:member': members,
		'hydra:totalItems': total,
		'hydra:view': hasNext ? { 'hydra:next': '/groups?page=next' } : {},
	});

describe('LOX24 lists that change while they are read', () => {
	test('one that grows at its start gives each entry once, and is complete', async () => {
		// Five new ones push as many onto the next page each time.
		const { ids: found, failure } = await read((number) => {
			if (number === 1) return linked(entries(1, 10), 20, true);
			if (number === 2) return linked(entries(6, 15), 25, true);
			return linked(entries(16, 20), 25, false);
		});
		expect([found, failure]).toEqual([ids(1, 20), undefined]);
	});

	test('one that grows at its end is read to its new end', async () => {
		const { ids: found, failure } = await read((number) => {
			if (number === 1) return linked(entries(1, 10), 20, true);
			return linked(entries(number * 10 - 9, number * 10), 30, number < 3);
		});
		expect([found, failure]).toEqual([ids(1, 30), undefined]);
	});

	test('without a word of the next page, one that grew is not silently incomplete', async () => {
		const { ids: found, failure } = await read((number) =>
			ok(number === 1 ? page(entries(1, 10), 20) : page(entries(6, 15), 25)),
		);
		expect(found).toEqual(ids(1, 15));
		expect(failure?.message).toBe('The list is incomplete: it has 20 entries but returned 15');
	});

	test('one that becomes shorter is read again, for entries that changed pages', async () => {
		let reads = 0;
		// The first five are deleted after the first page: 11 to 15 are now where nobody looks.
		const {
			ids: found,
			asked,
			failure,
		} = await read((number) => {
			if (++reads === 1) return ok(page(entries(1, 10), 20));
			return ok(page(number === 1 ? entries(6, 15) : entries(16, 20), 15));
		});
		expect(asked).toEqual([1, 2, 1, 2]);
		expect(found).toEqual([...ids(1, 10), ...ids(16, 20), ...ids(11, 15)]);
		expect(failure).toBeUndefined();
	});

	test('one that becomes shorter each time is read three times, and says so', async () => {
		let total = 40;
		const { asked, failure } = await read((number) =>
			ok(page(entries(number * 10 - 9, number * 10), total--)),
		);
		expect(asked.filter((number) => number === 1)).toHaveLength(3);
		expect(failure?.message).toBe('The list is incomplete: it became shorter while it was read');
	});

	test('with a limit it is read once', async () => {
		let total = 40;
		const { asked, failure } = await read(
			(number) => ok(page(entries(number * 10 - 9, number * 10), total--)),
			{ limit: 15 },
		);
		expect([asked, failure]).toEqual([[1, 2], undefined]);
	});
});

describe('LOX24 lists with a wrong total', () => {
	test('of a thousand million: it ends with the first empty page, and says that entries miss', async () => {
		const { ids: found, asked, failure } = await read(pagesOf(35, 1e9));
		expect(found).toEqual(ids(1, 35));
		expect(asked.length).toBeLessThanOrEqual(8);
		expect(failure?.message).toBe(
			'The list is incomplete: it has 1000000000 entries but returned 35',
		);
	});

	test('of a thousand million with a limit: only what is wanted is asked for', async () => {
		const { ids: found, asked, failure } = await read(pagesOf(100, 1e9), { limit: 25 });
		expect([found, asked, failure]).toEqual([ids(1, 25), [1, 2, 3], undefined]);
	});

	test('of a thousand million with a limit that is not met: no failure', async () => {
		const { ids: found, failure } = await read(pagesOf(35, 1e9), { limit: 50 });
		expect([found, failure]).toEqual([ids(1, 35), undefined]);
	});

	test.each([-1, 1.5, 'many', {}])(
		'%j is none, so the pages are read to the end',
		async (total) => {
			const {
				ids: found,
				asked,
				failure,
			} = await read((number) =>
				ok({
					'hydra:member': number < 3 ? entries(number, number) : [],
					'hydra:totalItems': total,
				}),
			);
			expect([found, asked, failure]).toEqual([[1, 2], [1, 2, 3], undefined]);
		},
	);

	test('as text it counts', async () => {
		const { asked } = await read((number) =>
			ok({ member: entries(number, number), totalItems: '2' }),
		);
		expect(asked).toEqual([1, 2]);
	});

	test('too small: an entry more than it says harms nothing', async () => {
		const { ids: found, failure } = await read(() => ok(page(entries(1, 3), 2)));
		expect([found, failure]).toEqual([[1, 2, 3], undefined]);
	});

	test('on an empty page: it ends there', async () => {
		const { asked, failure } = await read(() => ok(page([], 20)));
		expect(asked).toEqual([1]);
		expect(failure?.message).toBe('The list is incomplete: it has 20 entries but returned 0');
	});

	test('of nothing, on a page that has entries: it ends there', async () => {
		const { ids: found, asked, failure } = await read(() => ok(page(entries(1, 2), 0)));
		expect([found, asked, failure]).toEqual([[1, 2], [1], undefined]);
	});

	test('that is not repeated on the next page still counts', async () => {
		const { ids: found, asked } = await read((number) =>
			ok(page(entries(number * 2 - 1, number * 2), number === 1 ? 4 : undefined)),
		);
		expect([found, asked]).toEqual([ids(1, 4), [1, 2]]);
	});

	test('with an empty page in the middle: nothing further is begun', async () => {
		const { asked, failure } = await read((number) =>
			number === 2 ? linked([], 40, true) : linked(entries(number * 10 - 9, number * 10), 40, true),
		);
		expect(Math.max(...asked)).toBe(4);
		expect(failure?.message).toBe('The list is incomplete: it has 40 entries but returned 30');
	});

	test('the same page each time gives its entries once, and is not complete', async () => {
		const { ids: found, failure } = await read(() => ok(page(entries(1, 10), 30)));
		expect(found).toEqual(ids(1, 10));
		expect(failure?.message).toBe('The list is incomplete: it has 30 entries but returned 10');
	});
});

describe('LOX24 lists that break off', () => {
	const broken = failed({ status: 500, message: 'Broken' });

	test('at the first page', async () => {
		const { ids: found, failure, asked } = await read(() => broken);
		expect([found, failure, asked]).toEqual([[], broken.failure, [1]]);
	});

	test('in the middle: what was read before comes out, and nothing after it', async () => {
		const { ids: found, failure } = await read(
			(number) => (number === 3 ? broken : pagesOf(60)(number)),
			{ concurrency: 3 },
		);
		expect([found, failure]).toEqual([ids(1, 20), broken.failure]);
	});

	test('after a failure no further page is begun', async () => {
		const { asked } = await read((number) => (number === 2 ? broken : pagesOf(900)(number)), {
			concurrency: 3,
		});
		expect(asked.length).toBeLessThanOrEqual(6);
	});

	test('page after page', async () => {
		const { ids: found, failure } = await read((number) =>
			number === 3 ? broken : ok(entries(number, number)),
		);
		expect([found, failure]).toEqual([[1, 2], broken.failure]);
	});

	test('beyond what is wanted: no failure', async () => {
		// 11 are wanted, and the second page has just as many more.
		const { ids: found, failure } = await read(
			(number) => {
				if (number === 1) return ok(page(entries(1, 4), 100));
				return number === 2 ? ok(page(entries(5, 11), 100)) : broken;
			},
			{ limit: 11, concurrency: 1 },
		);
		expect([found, failure]).toEqual([ids(1, 11), undefined]);
	});

	test.each([
		['an object that is no collection', { id: 1 }],
		['a text', 'text'],
		['a number', 7],
		['null', null],
		['nothing', undefined],
	])('%s is no list', async (_what, body) => {
		const { failure } = await read(() => ok(body));
		expect(failure).toEqual({
			message: 'LOX24 did not respond with a list',
			description:
				'A proxy or a login page may be in between. Check the address in the credential.',
			effect: 'none',
		});
	});

	test('members that are null are no list', async () => {
		const { ids: found, failure } = await read((number) =>
			ok(number === 1 ? page(entries(1, 2), 4) : { member: null }),
		);
		expect(found).toEqual([1, 2]);
		expect(failure?.message).toBe('LOX24 did not respond with a list');
	});

	test('on a later page as well, and what was read before comes out', async () => {
		const { ids: found, failure } = await read((number) =>
			ok(number === 1 ? page(entries(1, 2), 4) : { id: 1 }),
		);
		expect(found).toEqual([1, 2]);
		expect(failureOf({ failure: failure! }).message).toBe('LOX24 did not respond with a list');
	});
});
