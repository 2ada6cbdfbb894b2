import type { IDataObject } from 'n8n-workflow';

import { event, incoming, type More, send } from './givenLox24Trigger';

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

	test.each(['parsing', 'subject', 'orders'])(
		'an address without a key, %s@, takes no words out of the event',
		async (word) => {
			const mail = { ...email, to: `${word}@shop.example`, body: `${word} ${word}@shop.example` };
			const item = await masked({ email: mail, field: word });
			expect(item).toMatchObject({ name: 'sms.email.parsing.fail', data: { field: word } });
			expect((item.data as IDataObject).email).toEqual({
				...email,
				to: '…@shop.example',
				body: `${word} …@shop.example`,
			});
		},
	);

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
