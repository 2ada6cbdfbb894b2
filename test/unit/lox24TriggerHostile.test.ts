import fc from 'fast-check';

import { event, ignored, names, send } from './givenLox24Trigger';

describe('what is no event is refused', () => {
	test.each([
		['a text', 'sms.incoming'],
		['a list', [event('sms.incoming')]],
		['nothing', {}],
		['null', null],
		['undefined', undefined],
		['no name', { data: {} }],
		['a number as name', { name: 1, data: {} }],
		['a list as name', { name: ['sms.incoming'], data: {} }],
		['an object as name', { name: { toString: 'sms.incoming' }, data: {} }],
		['an empty name', { name: '', data: {} }],
		['a name with blanks', { name: 'sms incoming', data: {} }],
		['a name with a new line', { name: 'sms.incoming\n', data: {} }],
		['markup as name', { name: '<b>', data: {} }],
		['a prototype as name', { name: '__proto__', data: {} }],
		['an endless name', { name: 'a'.repeat(1000), data: {} }],
		['data that is a text', { name: 'sms.incoming', data: 'x' }],
		['data that is a number', { name: 'sms.incoming', data: 1 }],
		['prototype keys', JSON.parse('{"name":"sms.incoming","data":{"__proto__":{"a":1}}}')],
		['prototype keys outside', JSON.parse('{"name":"sms.incoming","__proto__":{"data":{}}}')],
	])('%s', async (_name, body) => {
		expect(await send(body)).toEqual(ignored(400));
	});

	test.each(['application/x-www-form-urlencoded', 'text/plain', 'application/xml', undefined])(
		'content type %s',
		async (type) => {
			const headers = { 'content-type': type };
			expect(await send(event('sms.incoming'), { headers })).toEqual(ignored(400));
		},
	);

	test('data that PHP calls an empty list, or that is missing, is empty', async () => {
		expect((await send(event('fraud-check.done', []))).items).toMatchObject([{ data: [] }]);
		const { data, ...without } = event('sms.read');
		expect(data).toEqual({});
		expect((await send(without)).items).toMatchObject([{ data: {} }]);
		expect((await send({ ...without, data: null })).items).toMatchObject([{ data: {} }]);
	});

	const keys = fc.constantFrom(
		...['name', 'data', 'id', 'dlr_code', 'status_code', 'created_at', 'received_at', 'from', 'to'],
		...['phone', 'email', 'bulk', 'channel', 'status', 'additional_data', 'reason', 'toString'],
		...['valueOf', '__proto__', 'constructor', 'attempts_total', 'timestamp', 'body'],
	);
	const { anything } = fc.letrec((tie) => ({
		anything: fc.oneof(
			{ depthSize: 'small' },
			fc.jsonValue({ maxDepth: 1 }),
			fc.constantFrom(...names, '1000001.abcdef0123.4917@mail2sms.lox24.eu', 1e300, -1),
			fc.array(tie('anything'), { maxLength: 4 }),
			fc.dictionary(keys, tie('anything'), { maxKeys: 6 }),
		),
	}));
	const bodies = fc.oneof(
		anything,
		fc
			.tuple(fc.constantFrom(...names), anything, fc.dictionary(keys, anything))
			.map(([name, data, rest]) => ({ ...rest, name, data })),
	);

	test('whatever comes, it is refused, ignored or one event, and nothing breaks', async () => {
		await fc.assert(
			fc.asyncProperty(bodies, fc.boolean(), fc.boolean(), async (body, simplify, isOpen) => {
				const parsed = JSON.parse(JSON.stringify(body) ?? 'null') as unknown;
				const options = { restrictToNumbers: '+4360', onlyFinalDeliveryReports: true };
				const outcome = await send(parsed, { simplify, ...(!isOpen && { options }) });
				if (!outcome.items) {
					expect([200, 400]).toContain(outcome.status);
					return;
				}
				const [item] = outcome.items;
				expect(typeof item.name).toBe('string');
				expect(typeof item.data).toBe('object');
				const text = JSON.stringify(item);
				expect(text).not.toMatch(/"(?:__proto__|constructor)":/);
				expect(text).not.toContain('abcdef0123.4917@');
			}),
			{ numRuns: 500 },
		);
	});

	test('whatever comes with a wrong token gets 401, before it is looked at', async () => {
		await fc.assert(
			fc.asyncProperty(bodies, fc.string(), async (body, token) => {
				const credential = { webhookToken: 'the right one' };
				expect(await send(body, { credential, query: { token } })).toEqual(ignored(401));
			}),
		);
	});
});
