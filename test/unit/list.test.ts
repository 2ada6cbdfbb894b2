import fc from 'fast-check';

import { Entries, idOf, incomplete, isSamePage } from '../../nodes/shared/send/list';

describe('entries of a list', () => {
	test('they keep their order, and each ID comes once', () => {
		const entries = new Entries(idOf);
		entries.add([{ id: 1 }, { id: 2 }]);
		entries.add([{ id: 2, isNewer: true }, { id: 3 }, { id: 3 }]);
		expect(entries.all).toEqual([{ id: 1 }, { id: 2 }, { id: 3 }]);
	});

	test('one without an ID is kept each time', () => {
		const entries = new Entries(idOf);
		entries.add([{ a: 1 }, { a: 1 }, 'text', 'text']);
		expect(entries.all).toEqual([{ a: 1 }, { a: 1 }, 'text', 'text']);
	});

	test('IDs of another type are others', () => {
		const entries = new Entries(idOf);
		entries.add([{ id: 1 }, { id: '1' }, { id: 0 }, { id: '' }]);
		expect(entries.all).toHaveLength(4);
	});

	test.each([
		[{ '@id': '/a/1', uuid: 'u', id: 1, code: 'c' }, '/a/1'],
		[{ uuid: 'u', id: 1, code: 'c' }, 'u'],
		[{ id: 1, code: 'c' }, 1],
		[{ id: null, code: 'c' }, 'c'],
		[{ code: 'c' }, 'c'],
		[{ name: 'n' }, undefined],
		['text', undefined],
		[[{ id: 1 }], undefined],
		[null, undefined],
	])('the ID of %j is %j', (entry, id) => {
		expect(idOf(entry)).toBe(id);
	});
});

describe('pages that are the same', () => {
	test.each([
		[[], [], true],
		[[{ id: 1 }], [{ id: 1 }], true],
		[[{ id: 1 }, { id: 2 }], [{ id: 1 }, { id: 2 }], true],
		[[{ id: 1 }, { id: 2 }], [{ id: 1 }, { id: 3 }], false],
		[[{ id: 1 }, { id: 2 }], [{ id: 2 }, { id: 1 }], false],
		[[{ id: 1 }], [{ id: 1 }, { id: 2 }], false],
		[[{ id: 1 }, { id: 2 }], [{ id: 1 }], false],
		[[{ id: 1 }], [], false],
	])('%j and %j: %s', (one, other, isSame) => {
		expect(isSamePage(one, other)).toBe(isSame);
	});

	test('a page is the same as its copy, whatever is in it', () => {
		fc.assert(
			fc.property(fc.array(fc.jsonValue()), fc.jsonValue(), (page, more) => {
				expect(isSamePage(page, structuredClone(page))).toBe(true);
				expect(isSamePage(page, [...page, more])).toBe(false);
			}),
		);
	});
});

test('a list that is not complete says why, and what can be done', () => {
	expect(incomplete('it ended')).toEqual({
		message: 'The list is incomplete: it ended',
		description: 'Run the node again, or set a Limit or filters.',
		effect: 'none',
	});
});
