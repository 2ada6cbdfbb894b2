import fc from 'fast-check';
import type { IDataObject, IHookFunctions, IWebhookFunctions } from 'n8n-workflow';

import { Lox24Trigger } from '../../nodes/Lox24/Lox24Trigger.node';
import { ALL, triggerOn } from '../../nodes/Lox24/trigger/events';
import { outcomeOf } from './givenWebhook';

const names = triggerOn
	.options!.map((option) => (option as { value: string }).value)
	.filter((value) => value !== ALL);

const trigger = new Lox24Trigger();
const receive = (context: IWebhookFunctions) => trigger.webhook.call(context);

const incoming = { from: '+491701234501', to: '+491771234567', text: 'Yes' };
const event = (name: string, data: unknown = {}) => ({
	id: '44657141-9830-11ea-aa81-96000028b339',
	api_version: '2022-05-25',
	name,
	created_at: 1_700_000_000,
	attempt_total: 4,
	attempt_number: 1,
	data,
});

interface More {
	events?: unknown;
	simplify?: unknown;
	options?: IDataObject;
	credential?: IDataObject;
	headers?: Record<string, unknown>;
	query?: IDataObject;
	ip?: string;
}

const send = async (body: unknown, { events = [ALL], simplify, options, ...more }: More = {}) =>
	await outcomeOf(receive, { body, parameters: { events, simplify, options }, ...more });

const STARTED = expect.objectContaining({ items: [expect.anything()], status: undefined });
const ignored = (status: number) => ({ status, items: undefined });

describe('which events start the workflow', () => {
	test('all 16 can be chosen', () => {
		expect(names).toHaveLength(16);
	});

	test.each(names)('%s: if it is chosen, alone or with All Events', async (name) => {
		expect(await send(event(name), { events: [name] })).toEqual(STARTED);
		expect(await send(event(name), { events: [ALL] })).toEqual(STARTED);
		const others = names.filter((other) => other !== name);
		expect(await send(event(name), { events: others })).toEqual(ignored(200));
	});

	test('one that is not known: with All Events only', async () => {
		expect(await send(event('sms.read'))).toEqual(STARTED);
		expect(await send(event('sms.read'), { events: names })).toEqual(ignored(200));
	});

	test('an expression can give one name, or nothing', async () => {
		expect(await send(event('sms.incoming'), { events: 'sms.incoming' })).toEqual(STARTED);
		for (const events of [[], '', null, undefined, {}, [null]]) {
			const outcome = await send(event('sms.incoming'), { events });
			if (events !== undefined) expect(outcome).toEqual(ignored(200));
		}
	});

	test.each([
		[1, true],
		[8, true],
		[16, true],
		['1', true],
		[0, false],
		[2, false],
		[4, false],
		[null, false],
		[{ toString: 1 }, false],
	])('only final reports: code %j', async (dlr_code, isFinal) => {
		const body = event('sms.delivery', { dlr_code });
		const options = { onlyFinalDeliveryReports: true };
		expect(await send(body, { options })).toEqual(isFinal ? STARTED : ignored(200));
		expect(await send(body, { options: { onlyFinalDeliveryReports: false } })).toEqual(STARTED);
		expect(await send(event('sms.incoming', { dlr_code }), { options })).toEqual(STARTED);
	});

	test.each([
		['+491701234501', true],
		['00491701234501', true],
		['+49 170 / 123-45 01', true],
		['491701234501', true],
		['+4360, +491771234567', true],
		['+4360', false],
		['+49170123450', false],
		['01701234501', false],
		[', ', false],
		['', true],
		[['+491701234501'], true],
		[null, false],
		[{}, false],
	])('only some numbers: %j', async (phoneNumbers, isWanted) => {
		const options = { phoneNumbers } as IDataObject;
		const outcome = await send(event('sms.incoming', incoming), { options });
		expect(outcome).toEqual(isWanted ? STARTED : ignored(200));
	});

	test('only some numbers: also where it is called phone; a name as sender; none at all', async () => {
		const options = { phoneNumbers: '+491701234501, MyShop' };
		const phone = (value: unknown) => event('phone.unsubscribe', { phone: value });
		expect(await send(phone('+491701234501'), { options })).toEqual(STARTED);
		expect(await send(phone('+4360'), { options })).toEqual(ignored(200));
		expect(await send(event('sms.incoming', { from: 'MYSHOP' }), { options })).toEqual(STARTED);
		expect(await send(event('sms.delivery', { dlr_code: 1 }), { options })).toEqual(STARTED);
	});
});

describe('who gets in', () => {
	const credential = { token: '1:key', webhookToken: 'a secret' };
	const body = event('sms.incoming', incoming);

	test.each([
		['in the header', { headers: { 'x-lox24-token': 'a secret' } }, true],
		['in the query', { query: { token: 'a secret' } }, true],
		[
			'wrong in one, right in the other',
			{ headers: { 'x-lox24-token': 'a secret' }, query: { token: 'x' } },
			true,
		],
		['missing', {}, false],
		['wrong', { headers: { 'x-lox24-token': 'a secre' } }, false],
		['empty', { headers: { 'x-lox24-token': '' }, query: { token: '' } }, false],
		['several', { query: { token: ['a secret'] } }, false],
		['an object', { query: { token: { a: 'a secret' } } }, false],
		['in another header', { headers: { authorization: 'a secret' } }, false],
		['the token of the API', { headers: { 'x-lox24-token': '1:key' } }, false],
	])('token %s', async (_name, request, isIn) => {
		const outcome = await send(body, { credential, ...(request as More) });
		expect(outcome).toEqual(isIn ? STARTED : ignored(401));
	});

	test.each([
		['no credential', undefined, STARTED],
		['none set', { webhookToken: '' }, STARTED],
		['an older credential', { token: '1:key' }, STARTED],
		['blanks around it', { webhookToken: ' a secret\n' }, STARTED],
		['a number', { webhookToken: 12345 }, ignored(401)],
		['only blanks', { webhookToken: '  ' }, ignored(401)],
		['an object', { webhookToken: {} }, ignored(401)],
	])('credential: %s', async (_name, own, outcome) => {
		const headers = { 'x-lox24-token': 'a secret' };
		expect(await send(body, { credential: own as IDataObject | undefined, headers })).toEqual(
			outcome,
		);
	});

	test('a credential that cannot be read lets nobody in', async () => {
		const context = {
			getNode: () => ({ credentials: { lox24Api: {} } }),
			getNodeParameter: () => ({}),
			getRequestObject: () => ({ headers: {} }),
			getCredentials: async () => {
				throw new Error('gone');
			},
		} as unknown as IWebhookFunctions;
		await expect(receive(context)).rejects.toThrow('gone');
	});

	test('the address of the caller, before anything else', async () => {
		const options = { ipWhitelist: '162.55.80.140' };
		expect(await send(body, { options, ip: '162.55.80.140' })).toEqual(STARTED);
		expect(await send(body, { options, ip: '162.55.80.142', credential })).toEqual(ignored(403));
		expect(await send(body, { options: { ipWhitelist: '' }, ip: '192.0.2.1' })).toEqual(STARTED);
		expect(await send(body, { options: { ipWhitelist: null }, ip: '192.0.2.1' })).toEqual(
			ignored(403),
		);
	});
});

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
				const options = { phoneNumbers: '+4360', onlyFinalDeliveryReports: true };
				const outcome = await send(parsed, { simplify, ...(!isOpen && { options }) });
				if (!outcome.items) {
					expect([200, 400]).toContain(outcome.status);
					return;
				}
				const [item] = outcome.items;
				expect(typeof item.name).toBe('string');
				expect(typeof item.data).toBe('object');
				const text = JSON.stringify(item);
				expect(text).not.toMatch(/"__proto__"|"constructor"/);
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

describe('what comes out', () => {
	const one = async (name: string, data: unknown, more?: More) =>
		(await send(event(name, data), more)).items![0];

	test('the envelope, with readable times; nothing of the request around it', async () => {
		const credential = { webhookToken: 'a secret' };
		const query = { token: 'a secret' };
		const item = await one('sms.incoming', incoming, { credential, query });
		expect(item).toEqual({
			id: '44657141-9830-11ea-aa81-96000028b339',
			name: 'sms.incoming',
			created_at: 1_700_000_000,
			created_at_iso: '2023-11-14T22:13:20.000Z',
			attempt_number: 1,
			attempt_total: 4,
			data: incoming,
		});
	});

	test('both spellings of attempt_total', async () => {
		const { attempt_total, ...rest } = event('sms.read');
		for (const simplify of [true, false]) {
			const body = { ...rest, attempts_total: attempt_total };
			const [item] = (await send(body, { simplify })).items!;
			expect(item.attempt_total).toBe(4);
		}
	});

	test('without Simplify as received', async () => {
		const body = event('sms.delivery', { id: 'x', key_id: 1, dlr_code: 1, more: [1] });
		expect((await send(body, { simplify: false })).items).toEqual([body]);
	});

	test.each([
		[
			'sms.delivery',
			{ dlr_code: 1, status_code: 100, key_id: 3 },
			{ delivery: 'Delivered', status: 'Handed to the Operator' },
		],
		[
			'sms.delivery.dryrun',
			{ dlr_code: 0, status_code: 0 },
			{ delivery: 'No Report Yet', status: 'New' },
		],
		['sms.incoming', { received_at: 1 }, { received_at_iso: '1970-01-01T00:00:01.000Z' }],
		[
			'bulk.email.parsing.success',
			{ bulk: { status: 10, created_at: 1 } },
			{
				bulk: {
					status: 10,
					status_name: 'Done',
					created_at: 1,
					created_at_iso: '1970-01-01T00:00:01.000Z',
				},
			},
		],
		['phone.subscribe', { timestamp: 1 }, { timestamp_iso: '1970-01-01T00:00:01.000Z' }],
		[
			'phone.unsubscribe',
			{ additional_data: { reason: { id: 2 } } },
			{ unsubscribe_reason: 2, unsubscribe_reason_name: 'Too Many Messages' },
		],
		['verify_code.success', { status: 10 }, { status: 10, status_name: 'Success' }],
		[
			'verify_code.channel.failed',
			{ channel: { status: 20 } },
			{ channel: { status: 20, status_name: 'Failed' } },
		],
		[
			'fraud-check.done',
			{ status_code: 10, confidence_score: 0.5 },
			{ confidence_score: 0.5, status: expect.any(String) },
		],
		['sms.read', { anything: [1] }, { anything: [1] }],
	])('%s in words', async (name, data, expected) => {
		expect((await one(name, data)).data).toMatchObject(expected);
	});

	test('a one-time code does not come out simplified', async () => {
		const item = await one('verify_code.success', { id: 'x', status: 10, code: '4711' });
		expect(JSON.stringify(item)).not.toContain('4711');
	});
});

describe('the API key in addresses of e-mails', () => {
	const KEY = 'e3f3a759b6677959';
	const to = `1234567.${KEY}.4915112345678.direct@mail2sms.lox24.eu`;
	const email = { id: 'x', from: 'office@shop.example', to, subject: 'Hello', body: 'Text' };
	const masked = async (data: unknown, options?: IDataObject) =>
		(await send(event('sms.email.parsing.fail', data), { options })).items![0];

	test.each([
		['alone', { email }],
		['with a name', { email: { ...email, to: `Messages <${to}>` } }],
		['among others', { email: { ...email, to: [`a@b.example`, to] } }],
		['in the description', { email, description: `not valid: ${to}` }],
		['in the description only', { description: `not valid: ${to}, ${to}` }],
		['encoded', { description: `request=${encodeURIComponent(to)}` }],
		['in capitals', { email, description: to.toUpperCase() }],
		['without its host', { email, description: `1234567.${KEY}.4915112345678.direct` }],
		['the key alone', { email, field: KEY }],
		['as the name of a field', { email, errors: { [to]: 'x' } }],
		['in a bulk', { email: { ...email, to: to.replace('mail2sms', 'email2bulk') } }],
		['at another host', { email: { ...email, to: to.replace('mail2sms.lox24.eu', 'b.example') } }],
		['deep in a list', { email, sms: [{ text: [`see ${to}`] }] }],
	])('%s', async (_name, data) => {
		const item = await masked(data);
		expect(JSON.stringify(item).toLowerCase()).not.toContain(KEY);
		const raw = (await send(event('sms.email.parsing.fail', data), { simplify: false })).items!;
		expect(JSON.stringify(raw).toLowerCase()).not.toContain(KEY);
	});

	test('what is no such address stays', async () => {
		const item = await masked({ email, description: 'write to support@lox24.eu' });
		expect(item.data).toMatchObject({
			description: 'write to support@lox24.eu',
			email: { from: 'office@shop.example', to: '…@mail2sms.lox24.eu', subject: 'Hello' },
		});
	});

	test('all of it, if the user wants to see it', async () => {
		const data = { email, field: 'to', description: to };
		expect((await masked(data, { showFullAddress: true })).data).toEqual(data);
	});

	test('takes no longer for texts made to be slow', async () => {
		const slow = ['@', 'a', 'a@', '1.a.2@mail2sms.lox24.', '.'].map((part) => part.repeat(200_000));
		const started = process.cpuUsage();
		await masked({ email: { to: slow[2] }, slow });
		expect(process.cpuUsage(started).user / 1000).toBeLessThan(3000);
	});
});

describe('publishing', () => {
	const methods = trigger.webhookMethods.default;
	const publish = (options: IDataObject) => {
		const context = {
			getNode: () => ({ name: 'Trigger' }),
			getNodeParameter: () => options,
		} as unknown as IHookFunctions;
		return methods.checkExists.call(context);
	};

	test('there is nothing to register', async () => {
		const nothing = {} as IHookFunctions;
		expect(await publish({})).toBe(true);
		expect(await publish({ ipWhitelist: '', phoneNumbers: '' })).toBe(true);
		expect(await publish({ ipWhitelist: '192.0.2.0/24', phoneNumbers: '+4917' })).toBe(true);
		expect(await methods.create.call(nothing)).toBe(true);
		expect(await methods.delete.call(nothing)).toBe(true);
	});

	test.each([
		[{ ipWhitelist: 'lox24.eu' }, /IP\(s\) Allowlist .* lox24\.eu/],
		[{ ipWhitelist: '192.0.2.1, 192.0.2.0/64' }, /192\.0\.2\.0\/64/],
		[{ phoneNumbers: '+4917, 01701234501' }, /Restrict to Numbers .* 01701234501/],
	])('options that no event can meet are refused: %j', async (options, message) => {
		await expect(publish(options)).rejects.toThrow(message);
	});
});
