import { isHarmless, isJson } from '../../nodes/shared/webhook/body';
import { isSameSecret } from '../../nodes/shared/webhook/secret';

const nested = (depth: number) => JSON.parse('['.repeat(depth) + ']'.repeat(depth)) as unknown;
const wide = (count: number) => ({ list: Array.from({ length: count }, () => 0) });
const named = (count: number) =>
	Object.fromEntries(Array.from({ length: count }, (_, index) => [`key${index}`, 0]));

test.each([
	['an event', { name: 'x', data: { list: [{ a: null }] } }, true],
	['nothing', undefined, true],
	['some levels', nested(21), true],
	['as deep as no event', nested(22), false],
	['deeper than any stack', nested(100_000), false],
	['many values', wide(49_000), true],
	['more than that', wide(50_000), false],
	['many names', named(60_000), false],
	['__proto__', JSON.parse('{"data":{"__proto__":{"isAdmin":true}}}'), false],
	['constructor', { data: [{ constructor: { prototype: {} } }] }, false],
	['prototype', { prototype: 1 }, false],
])('%s: %#', (_name, body, expected) => {
	expect(isHarmless(body)).toBe(expected);
});

test.each([
	['application/json', true],
	['Application/JSON; charset=utf-8', true],
	['application/json;charset=utf-8', true],
	['application/jsonp', false],
	['application/x-www-form-urlencoded', false],
	['multipart/form-data; boundary=application/json', false],
	['text/plain', false],
	[undefined, false],
	[['application/json'], false],
])('%j is JSON: %s', (type, expected) => {
	expect(isJson(type)).toBe(expected);
});

test.each([
	['secret', true],
	['Secret', false],
	['secre', false],
	['secret2', false],
	['', false],
	[undefined, false],
	[['secret'], false],
	[{ toString: (): string => 'secret' }, false],
])('%j is the secret: %s', (given, expected) => {
	expect(isSameSecret(given, 'secret')).toBe(expected);
});
