import type { IDataObject, IHookFunctions, IWebhookFunctions } from 'n8n-workflow';

import { ALL } from '../../nodes/Lox24/trigger/events';
import {
	event,
	ignored,
	incoming,
	type More,
	names,
	receive,
	send,
	STARTED,
	trigger,
} from './givenLox24Trigger';
import { parametersOf } from './givenWebhook';

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
		for (const events of [[], '', null, {}, [null], ['sms.read']]) {
			await expect(send(event('sms.incoming'), { events })).rejects.toThrow('Trigger On');
		}
	});

	test.each<[unknown, boolean, number?]>([
		[1, true],
		[8, true],
		[16, true],
		['1', true],
		[0, false],
		[2, false],
		[4, false],
		// It may be the last.
		[32, true],
		[null, true],
		[{ toString: 1 }, true],
		[0, true, 208],
		[0, true, 6000],
		[4, false, 100],
	])('only final reports: code %j', async (dlr_code, isFinal, status_code = 100) => {
		const body = event('sms.delivery', { dlr_code, status_code });
		const options = { onlyFinalDeliveryReports: 'true' };
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
		['4.9E+11', undefined],
		['+49 (0)170 1234501', true],
		[491701234501, true],
		['01701234501', undefined],
		['+49 0170 1234501', undefined],
		['#N/A', undefined],
		[', ', undefined],
		['', true],
		[['+491701234501'], true],
		[[], undefined],
		[null, undefined],
		[{}, undefined],
	])('only some numbers: %j', async (restrictToNumbers, isWanted) => {
		const options = { restrictToNumbers } as IDataObject;
		const outcome = send(event('sms.incoming', incoming), { options });
		if (isWanted === undefined) await expect(outcome).rejects.toThrow('Restrict to Numbers');
		else expect(await outcome).toEqual(isWanted ? STARTED : ignored(200));
	});

	test.each([undefined, '', ' ', []])(
		'an expression that gives %j lets nothing in',
		async (restrictToNumbers) => {
			const options = { restrictToNumbers } as IDataObject;
			const expressions = { options: { restrictToNumbers: '={{ $vars.numbers }}' } };
			const outcome = send(event('sms.incoming', incoming), { options, expressions });
			await expect(outcome).rejects.toThrow('Restrict to Numbers is empty');
		},
	);

	test('only some numbers: also where it is called phone; a name as sender; none at all', async () => {
		const options = { restrictToNumbers: '+491701234501, MyShop' };
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

	test.each<[string, object, boolean, string?]>([
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
	])('token %s', async (_name, request, isIn, webhookToken = 'a secret') => {
		const own = { ...credential, webhookToken };
		const outcome = await send(body, { credential: own, ...(request as More) });
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
			getNode: () => ({ parameters: {}, credentials: { lox24Api: {} } }),
			getNodeParameter: () => '',
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
		for (const ipWhitelist of [null, [], {}, ', ']) {
			const outcome = await send(body, { options: { ipWhitelist }, ip: '192.0.2.1' });
			expect(outcome).toEqual(ignored(403));
		}
	});

	test.each([undefined, '', ' '])(
		'a list of addresses that is %j by an expression',
		async (ips) => {
			const expressions = { options: { ipWhitelist: '={{ $vars.ips }}' } };
			const options = { ipWhitelist: ips } as IDataObject;
			expect(await send(body, { options, expressions, ip: '192.0.2.1' })).toEqual(ignored(403));
		},
	);
});

describe('publishing', () => {
	const methods = trigger.webhookMethods.default;
	const publish = async (options: IDataObject, events: unknown = ['*']) => {
		const parameters = { events, options };
		const context = {
			getNode: () => ({ name: 'Trigger', parameters }),
			getNodeParameter: parametersOf(parameters),
		} as unknown as IHookFunctions;
		return await methods.checkExists.call(context);
	};

	test('there is nothing to register', async () => {
		const nothing = {} as IHookFunctions;
		expect(await publish({})).toBe(true);
		expect(await publish({ ipWhitelist: '', restrictToNumbers: '' })).toBe(true);
		expect(await publish({ ipWhitelist: '192.0.2.0/24', restrictToNumbers: '+4917' })).toBe(true);
		expect(await methods.create.call(nothing)).toBe(true);
		expect(await methods.delete.call(nothing)).toBe(true);
	});

	test.each([
		[{ ipWhitelist: 'lox24.eu' }, /IP\(s\) Allowlist is not valid: "lox24\.eu"\. Expected addr/],
		[{ ipWhitelist: '192.0.2.1, 192.0.2.0/64' }, /192\.0\.2\.0\/64/],
		[{ ipWhitelist: ' , ' }, /IP\(s\) Allowlist is empty\. Remove/],
		[{ restrictToNumbers: '+4917, 01701234501' }, /Restrict to Numbers .*01701234501.* Expected/],
		[{ restrictToNumbers: ' , ' }, /Restrict to Numbers is empty\. Remove/],
		[{ onlyFinalDeliveryReports: 'maybe' }, /Only Final Delivery Reports is not valid/],
		[{ showFullAddress: {} }, /Show Full Address is not valid/],
	])('options that no event can meet are refused: %j', async (options, message) => {
		await expect(publish(options as unknown as IDataObject)).rejects.toThrow(message);
	});

	test.each([[[]], [''], [null], [{}], [['sms.incomming']], [[['a'], 1]]])(
		'events that never come are refused: %j',
		async (events) => {
			await expect(publish({}, events)).rejects.toThrow(/^Trigger On is (empty|not valid)/);
		},
	);

	test('several events in a text, as an expression may give them', async () => {
		expect(await publish({}, 'sms.incoming, sms.delivery')).toBe(true);
	});
});
