import type { IN8nHttpFullResponse } from 'n8n-workflow';

import {
	type HttpResponse,
	isNotJson,
	isObject,
	toItems,
	toResponse,
} from '../../nodes/shared/response/response';

function received(body: unknown, statusCode = 200): IN8nHttpFullResponse {
	return { statusCode, headers: { date: 'now' }, body } as IN8nHttpFullResponse;
}

const response = (body: unknown): HttpResponse => ({ status: 200, headers: {}, body });

/** What comes out for a body. */
function itemsFor(body: unknown, kind: Parameters<typeof toItems>[1] = 'other') {
	return toItems(response(body), kind).map(({ json }) => json);
}

/** An object in so many objects. */
function nested(depth: number): object {
	let value: object = {};
	for (let level = 1; level < depth; level++) value = { a: value };
	return value;
}

describe('response: in our form', () => {
	test('status, headers and body', () => {
		expect(toResponse(received({ a: 1 }, 201))).toEqual({
			status: 201,
			headers: { date: 'now' },
			body: { a: 1 },
		});
		const bare = { statusCode: 200, body: {} } as IN8nHttpFullResponse;
		expect(toResponse(bare).headers).toEqual({});
	});

	test.each([
		['', 200],
		[null, 200],
		[undefined, 200],
		['', 500],
		[{}, 204],
		['x', 204],
	])('body %j with status %i is none', (body, status) => {
		expect(toResponse(received(body, status)).body).toBeUndefined();
	});

	test.each([0, false, [], {}, 'text'])('body %j is one', (body) => {
		expect(toResponse(received(body)).body).toEqual(body);
	});

	test.each([200, 299])('with status %i bytes are a file', (status) => {
		const bytes = Buffer.from('{"a":1}');
		expect(toResponse(received(bytes, status)).body).toBe(bytes);
	});

	test.each([199, 300, 404])('with status %i bytes say why in JSON', (status) => {
		expect(toResponse(received(Buffer.from('{"title":"é"}'), status)).body).toEqual({ title: 'é' });
		expect(toResponse(received(Buffer.from('<html>'), status)).body).toBe('<html>');
		expect(toResponse(received(Buffer.from(''), status)).body).toBeUndefined();
	});

	test('only a text is no JSON', () => {
		expect(isNotJson(response('<html>'))).toBe(true);
		for (const body of [undefined, {}, [], 7, Buffer.from('a')]) {
			expect(isNotJson(response(body))).toBe(false);
		}
	});

	test.each([
		[{}, true],
		[[], false],
		[null, false],
		[undefined, false],
		['', false],
		[7, false],
	])('%j is an object: %s', (value, expected) => {
		expect(isObject(value)).toBe(expected);
	});
});

describe('items that a response stands for', () => {
	test.each([
		['an object', { a: 1 }, [{ a: 1 }]],
		['a list', [{ a: 1 }, { a: 2 }], [{ a: 1 }, { a: 2 }]],
		['what is no object', ['x', 7, false], [{ value: 'x' }, { value: 7 }, { value: false }]],
		['nothing', undefined, [{ success: true }]],
		['null', null, [{ success: true }]],
		['an empty list', [], [{ success: true }]],
		['nothing in a list', [null, [], { a: 1 }], [{ success: true }, { success: true }, { a: 1 }]],
		['a file', Buffer.from('x'), [{}]],
	])('%s', (_what, body, expected) => {
		expect(itemsFor(body)).toEqual(expected);
	});

	test('an empty list of a list operation has none', () => {
		expect(itemsFor([], 'list')).toEqual([]);
		expect(itemsFor([{ a: 1 }], 'list')).toEqual([{ a: 1 }]);
		expect(itemsFor([], 'delete')).toEqual([{ deleted: true }]);
	});

	test('nothing after a delete says that it is deleted', () => {
		expect(itemsFor(undefined, 'delete')).toEqual([{ deleted: true }]);
		expect(itemsFor({ count: 3 }, 'delete')).toEqual([{ count: 3 }]);
	});

	test('a success never shows `error`, which n8n takes for a failed run', () => {
		expect(itemsFor({ error: 'ok', a: 1 })).toEqual([{ serviceMessage: 'ok', a: 1 }]);
		expect(itemsFor({ error: { code: 0 } })).toEqual([{ serviceMessage: { code: 0 } }]);
	});

	test.each(['', 0, false, null])('`error` that is %j harms nothing', (error) => {
		expect(itemsFor({ error })).toEqual([{ error }]);
	});

	test('what is nested too deeply for n8n is refused', () => {
		expect(itemsFor(nested(500))).toHaveLength(1);
		expect(() => itemsFor(nested(501))).toThrow('it is nested too deeply');
		expect(() => itemsFor([[nested(500)]])).toThrow(RangeError);
		expect(() => itemsFor(nested(100_000))).toThrow(RangeError);
	});

	test('depth counts on the deepest way, not on the first', () => {
		expect(() => itemsFor({ a: 1, b: nested(500), c: null })).toThrow('it is nested too deeply');
	});
});
