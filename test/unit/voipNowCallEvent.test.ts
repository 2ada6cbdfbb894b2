import * as fc from 'fast-check';

import { isWanted, toCallEvent, typeOf } from '../../nodes/VoipNow/trigger/callEvent';

const read = (given: object) => toCallEvent('2', { url: '', query: {}, body: {}, ...given });

const HANGUP = {
	CallID: '1700000000.1',
	CallAPIID: '53bec7de3c242d5f87e5',
	CallStatus: 'NOANSWER',
	CallFlow: 'IN',
	CallerIDNum: '4930111',
	CallerIDName: 'Jane Roe',
	CallerExtension: '',
	CalledNumber: '0003*210',
	CalledDID: '',
	CalledExtension: '0003*210',
};

const EXPECTED = { ...HANGUP, event: 2, eventName: 'Hangup' };

const asForm = (values: Record<string, string>) => new URLSearchParams(values).toString();

describe('call event: how it comes', () => {
	test.each<[string, object]>([
		['in the body', { body: HANGUP }],
		['in the query', { query: HANGUP }],
		['in both', { query: { CallID: HANGUP.CallID }, body: { ...HANGUP, CallID: '' } }],
		['as plain text', { body: asForm(HANGUP) }],
		['without a content type', { body: undefined, rawBody: Buffer.from(asForm(HANGUP)) }],
		['as a form in several parts', { body: { data: HANGUP, files: {} } }],
		[
			'with names in small letters',
			{ body: Object.fromEntries(Object.entries(HANGUP).map(([k, v]) => [k.toLowerCase(), v])) },
		],
		[
			'without what is empty',
			{ body: Object.fromEntries(Object.entries(HANGUP).filter(([, v]) => v)) },
		],
		[
			'with words in small letters',
			{ body: { ...HANGUP, CallFlow: 'in', CallStatus: 'noanswer' } },
		],
		['with a parameter twice', { body: { ...HANGUP, CallID: ['', HANGUP.CallID, 'x'] } }],
	])('%s', (_how, given) => {
		expect(read(given)).toEqual(EXPECTED);
	});

	test('extensions stay as they are, whatever their form', () => {
		for (const CalledExtension of ['0003*210', '2007102001', '3515*101@domain', '210']) {
			expect(read({ query: { CallID: '1', CalledExtension } })).toMatchObject({ CalledExtension });
		}
	});

	test('what is not known is passed on, but does not pose as the type', () => {
		const body = { ...HANGUP, SubCallID: '2', event: '4', eventName: 'x' };
		expect(read({ body })).toEqual({ ...EXPECTED, SubCallID: '2' });
	});

	test('one value is enough', () => {
		expect(read({ query: { callid: 7 } })).toMatchObject({ CallID: '7', CallStatus: '' });
	});
});

describe('call event: what is none', () => {
	test.each<[string, object]>([
		['nothing', {}],
		['other parameters only', { query: { utm_source: 'x' }, body: { a: 'b' } }],
		['empty values', { body: { CallID: '', CallStatus: [] } }],
		['objects as values', { body: { CallID: { $gt: '' } } }],
		[
			'a name that reaches behind an object',
			{ body: JSON.parse('{"CallID":"1","__proto__":{"a":1}}') },
		],
		['a constructor', { body: { CallID: '1', constructor: { prototype: {} } } }],
		['endless text', { body: `CallID=1&a=${'x'.repeat(30_000)}` }],
	])('%s', (_what, given) => {
		expect(read(given)).toBeUndefined();
	});

	test('nesting without end', () => {
		let deep: object = {};
		for (let level = 0; level < 10_000; level++) deep = { deep };
		expect(read({ body: { CallID: '1', deep } })).toBeUndefined();
	});

	test('whatever comes: an item whose parameters are texts, or nothing', () => {
		fc.assert(
			fc.property(fc.anything(), fc.anything(), fc.anything(), (query, body, rawBody) => {
				const event = read({ query, body, rawBody });
				if (!event) return;
				for (const name of Object.keys(HANGUP)) {
					expect(typeof event[name as keyof typeof event]).toBe('string');
				}
				expect(Object.getPrototypeOf(event)).toBe(Object.prototype);
				expect(event).toMatchObject({ event: 2, eventName: 'Hangup' });
			}),
		);
	});
});

describe('call event: its type', () => {
	test.each([
		['/webhook/5b1c/call/3', '3'],
		['/n8n/webhook-test/5b1c/call/0?CallID=1', '0'],
		['/webhook/5b1c/call/4/', '4'],
		['https://n8n.example/webhook/5b1c/call/1#x', '1'],
		['/webhook/5b1c/call/5', undefined],
		['/webhook/5b1c/call/10', undefined],
		['/webhook/5b1c/call', undefined],
		['/webhook/5b1c/call/?x=/call/3', undefined],
	])('%s', (url, type) => {
		expect(typeOf({ url })).toBe(type);
	});
});

describe('call status', () => {
	test.each<[string, string, string[] | undefined, boolean]>([
		['2', 'NOANSWER', undefined, true],
		['2', 'NOANSWER', ['NOANSWER', 'BUSY'], true],
		['2', 'ANSWER', ['NOANSWER', 'BUSY'], false],
		['2', 'UNKNOWN', ['UNKNOWN'], true],
		['2', '', ['UNKNOWN'], true],
		['2', 'SOMETHING', ['UNKNOWN'], true],
		['2', 'SOMETHING', ['ANSWER'], false],
		['0', 'CALLING', ['ANSWER'], true],
	])('type %s, %s, wanted %j: %s', (type, status, wanted, expected) => {
		expect(isWanted(type, status, wanted)).toBe(expected);
	});
});
