import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';

import { readResults } from '../../nodes/Lox24/batch/phoneResults';
import type { PhoneRow } from '../../nodes/Lox24/batch/phoneRows';

function rowOf(phone: string, itemIndex: number): PhoneRow {
	const part = { key: String(itemIndex), to: '12345678' };
	return { itemIndex, groupId: '7', phone: { phone }, part };
}

const rows = ['+491', '+492', '+493'].map(rowOf);

const added = (phone: string, more: IDataObject = {}) => ({
	status: 201,
	body: { phone, ...more },
});

const refused = (message: string) => ({ status: 422, body: { detail: message } });

/** What became of each row, in short: its phone, its status, or that nothing was said. */
function found(body: unknown, of = rows): unknown[] {
	return readResults({ status: 201, headers: {}, body }, of).map((result) => {
		if ('failure' in result) return result.failure.effect;
		return (result.body as IDataObject | undefined)?.phone ?? result.status;
	});
}

const [one, two, three] = ['+491', '+492', '+493'].map((phone) => added(phone));
const inOrder = ['+491', '+492', '+493'];

describe('phone results: which result belongs to which phone', () => {
	test.each<[string, unknown]>([
		['an array', [one, two, three]],
		['an object with numbers', { 0: one, 1: two, 2: three }],
		['an object with more than numbers', { '@id': '/x', 0: one, 1: two, 2: three, status: 201 }],
		['a collection', { 'hydra:member': [one, two, three] }],
		['a collection without prefix', { member: { 0: one, 1: two, 2: three } }],
		['another order', [three, one, two]],
		['another order in an object', { 5: two, 7: three, 9: one }],
		['entries without a status of their own', inOrder.map((phone, id) => ({ phone, id }))],
	])('%s', (_what, body) => {
		expect(found(body)).toEqual(inOrder);
	});

	test('an entry without a status of its own has that of the response', () => {
		const body = [{ phone: '+491', id: 7 }];
		const [first] = readResults({ status: 207, headers: {}, body }, [rows[0]]);
		expect(first).toEqual({ status: 207, body: { phone: '+491', id: 7 } });
	});

	test('one that has neither a status nor an ID says nothing', () => {
		expect(found([{ phone: '+491' }, two, three])).toEqual(['unknown', '+492', '+493']);
	});

	test.each([
		...['ok', 0, 100, 199, 300, 302, 408, 418, 500, 502, 503].map((status) => [status, 'unknown']),
		...[200, 299, 301, 400, 404, 409, 422, 429, 501].map((status) => [status, status]),
	])('a phone whose own status is %s: %s', (status, expected) => {
		expect(found([{ status, body: {} }], [rows[0]])).toEqual([expected]);
	});

	test('of one that is unknown its own status is told', () => {
		const body = [{ status: 502, body: {} }];
		const [first] = readResults({ status: 201, headers: {}, body }, [rows[0]]);
		expect(first).toMatchObject({ failure: { status: 502, effect: 'unknown' } });
	});

	test('a status as text counts as well', () => {
		const body = [{ status: '422', body: { phone: '+491' } }];
		const [first] = readResults({ status: 201, headers: {}, body }, [rows[0]]);
		expect(first).toEqual({ status: 422, body: { phone: '+491' } });
	});

	test.each<[string, unknown]>([
		['nothing', undefined],
		['an empty list', []],
		['a text', 'Created'],
		['an object without results', { status: 201 }],
		['entries that are none', [null, 'text', 7]],
	])('%s says nothing: each is unknown', (_what, body) => {
		expect(found(body)).toEqual(['unknown', 'unknown', 'unknown']);
	});

	test('of what nothing is said, the user is told where to look', () => {
		expect(readResults({ status: 201, headers: {}, body: [] }, [rows[0]])).toEqual([
			{
				failure: {
					message: 'LOX24 accepted the request but returned no result for this phone',
					description: 'It may have been added. Check the group before you add it again.',
					status: 201,
					effect: 'unknown',
				},
			},
		]);
	});

	describe('refused ones that do not name their phone', () => {
		const no = refused('no');

		test.each<[string, unknown[], unknown[]]>([
			['in order, by their place', [one, no, three], ['+491', 422, '+493']],
			['all of them', [no, no, no], [422, 422, 422]],
			['in another order: the only one that is left', [three, no, one], ['+491', 422, '+493']],
			['in another order: all that are left were refused', [two, no, no], [422, '+492', 422]],
			['fewer than phones are left', [three, no], ['unknown', 'unknown', '+493']],
			['more than phones are left', [two, one, three, no], inOrder],
			['none is left', [one, two], ['+491', '+492', 'unknown']],
		])('%s', (_what, body, expected) => {
			expect(found(body)).toEqual(expected);
		});

		test('a success without a phone belongs to its place, where the order is kept', () => {
			const bare = { status: 201, body: { id: 7 } };
			expect(found([one, bare, three])).toEqual(['+491', 201, '+493']);
			expect(found([bare, bare, no])).toEqual([201, 201, 422]);
		});

		test('in another order it belongs to nobody', () => {
			const bare = { status: 201, body: { id: 7 } };
			expect(found([three, bare, one])).toEqual(['+491', 'unknown', '+493']);
			expect(found([three, bare, no])).toEqual(['unknown', 'unknown', '+493']);
			expect(found([three, { body: {} }, one])).toEqual(['+491', 'unknown', '+493']);
		});

		test.each([
			[399, 201, ['unknown', 'unknown', '+493']],
			[400, 422, [400, 422, '+493']],
		])('in another order, %i and %i that are left', (status, second, expected) => {
			const left = [status, second].map((code) => ({ status: code, body: {} }));
			expect(found([three, ...left])).toEqual(expected);
		});

		test('they keep their own reasons', () => {
			const body = [refused('first'), two, refused('third')];
			const results = readResults({ status: 201, headers: {}, body }, rows);
			expect(results[0]).toEqual({ status: 422, body: { detail: 'first' } });
			expect(results[2]).toEqual({ status: 422, body: { detail: 'third' } });
		});
	});

	const done = { status: 201, body: { id: '7' } };
	const no = refused('no');

	test.each<[string, IDataObject, unknown[]]>([
		['a gap at the start', { 1: done, 2: no }, ['unknown', 201, 422]],
		['a gap in the middle', { 0: no, 2: done }, [422, 'unknown', 201]],
		['a gap at the end', { 0: done, 1: no }, [201, 422, 'unknown']],
		['one only', { 1: done }, ['unknown', 201, 'unknown']],
		['counted from 1, with a gap', { 1: no, 3: done }, [422, 'unknown', 201]],
		['a gap beside one that names its phone', { 0: one, 2: no }, ['+491', 'unknown', 422]],
		['keys that are no places', { 0: done, 7: no }, ['unknown', 'unknown', 'unknown']],
		['a place that a name contradicts', { 0: two, 2: done }, ['unknown', '+492', 'unknown']],
		['keys that are IDs, as many as phones', { 501: no, 502: done, 503: no }, [422, 201, 422]],
	])('in an object, the keys are places: %s', (_what, body, expected) => {
		expect(found(body)).toEqual(expected);
		expect(found({ 'hydra:member': body })).toEqual(expected);
	});

	test('in an object only whole numbers name results, also those of more than one digit', () => {
		const of = Array.from({ length: 11 }, (_, index) => rowOf(`+49${index}`, index));
		const results = of.map(({ phone }, index) =>
			index === 5 ? refused('no') : added(String(phone.phone)),
		);
		const body = { ...results, '@id': refused('x'), page1: refused('x'), '1x': refused('x') };
		const expected = of.map(({ phone }, index) => (index === 5 ? 422 : phone.phone));
		expect(found(body, of)).toEqual(expected);
	});

	test('a phone that is no text is no name', () => {
		const body = { phone: 491, id: 7 };
		expect(found([{ status: 201, body }, two, three])).toEqual([491, '+492', '+493']);
	});

	test('a phone that nobody asked for is given to nobody', () => {
		const no = refused('no');
		expect(found([added('+499'), two, three, no])).toEqual(['unknown', '+492', '+493']);
		expect(found([one, two, added('+499')])).toEqual(['+491', '+492', 'unknown']);
		expect(found([one, two, three, added('+499')])).toEqual(inOrder);
	});

	test('a phone that was asked for twice gets a result for each', () => {
		const twice = [rowOf('+491', 0), rowOf('+491', 1), rowOf('+492', 2)];
		const body = [two, added('+491', { id: 1 }), added('+491', { id: 2 })];
		const results = readResults({ status: 201, headers: {}, body }, twice);
		const idsOf = results.map((result) => (result as { body: IDataObject }).body.id);
		expect(new Set(idsOf.slice(0, 2))).toEqual(new Set([1, 2]));
		expect(results[2]).toEqual({ status: 201, body: { phone: '+492' } });
	});

	test('however the results are ordered, each phone gets its own', () => {
		const phones = fc.uniqueArray(fc.integer({ min: 1, max: 1e9 }), { maxLength: 12 });
		const shuffled = phones.chain((all) =>
			fc.tuple(
				fc.constant(all.map((digits) => `+49${digits}`)),
				fc.shuffledSubarray([...all.keys()], { minLength: all.length }),
				fc.constantFrom('array', 'object', 'member'),
			),
		);
		fc.assert(
			fc.property(shuffled, ([all, order, form]) => {
				const list = order.map((index) => added(all[index], { of: index }));
				const body = { array: list, object: { ...list }, member: { member: list } }[form];
				const results = readResults({ status: 201, headers: {}, body }, all.map(rowOf));
				const expected = all.map((phone, index) => added(phone, { of: index }));
				expect(results).toEqual(expected);
			}),
		);
	});

	test('whatever is left out or refused, nobody gets the result of another phone', () => {
		const aFate = fc.constantFrom('added', 'refused', 'named', 'missing');
		const fates = fc.array(aFate, { minLength: 1, maxLength: 10 });
		const shuffled = fates.chain((all) =>
			fc.tuple(fc.constant(all), fc.shuffledSubarray([...all.keys()], { minLength: all.length })),
		);
		fc.assert(
			fc.property(shuffled, ([all, order]) => {
				const phoneOf = (index: number) => `+49${100 + index}`;
				const entries = order
					.filter((index) => all[index] !== 'missing')
					.map((index) => {
						if (all[index] === 'added') return added(phoneOf(index));
						if (all[index] === 'refused') return refused('no');
						return { status: 422, body: { phone: phoneOf(index) } };
					});
				const results = found(
					entries,
					all.map((_fate, index) => rowOf(phoneOf(index), index)),
				);
				results.forEach((result, index) => {
					const isNamed = all[index] === 'added' || all[index] === 'named';
					if (isNamed) expect(result).toBe(phoneOf(index));
					else expect(['unknown', 422]).toContain(result);
				});
			}),
		);
	});
});
