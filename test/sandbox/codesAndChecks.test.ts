import { givenSandbox } from './given';

const given = givenSandbox();
const phone = '+491701234501';

function create(body: object, token?: string) {
	return given.lox24('POST', '/verify_codes', { body: { phone, ...body }, token });
}

describe('one-time codes', () => {
	it('go out as a message at once and are delivered seconds later', async () => {
		const before = given.sandbox.state.sms.size;
		const { status, json } = await create({
			code: '123456',
			payload: 'login',
			routing_strategy: [{ channel: 'sms', sender_id: 'Shop', template: 'Code: {{code}}!' }],
		});
		expect(status).toBe(201);
		expect(json).toMatchObject({ phone, status: 0, code: '123456', lang: 'DE', cost: null });
		expect(given.sandbox.state.sms.size).toBe(before + 1);
		const message = given.sandbox.state.sms.get(json.history[0].external_id);
		expect(message).toMatchObject({ phone, text: 'Code: 123456!', sender_id: 'Shop' });

		given.sandbox.clock.advance(10);
		expect((await given.lox24('GET', `/verify_codes/${json.id}`)).json).toMatchObject({
			status: 10,
			delivered_channel: 'sms',
			cost: 10,
			currency: 'EUR',
			payload: 'login',
			history: [{ channel: 'sms', status: 10 }],
		});
	});

	it('fall back from Telegram after its time-out, and send only one message', async () => {
		const before = given.sandbox.state.sms.size;
		const { json } = await create({
			code_length: 6,
			routing_strategy: [{ channel: 'telegram', timeout_sec: 60 }, { channel: 'sms' }],
		});
		expect(json.code).toMatch(/^\d{6}$/);
		given.sandbox.clock.advance(50);
		expect(given.sandbox.state.verifyCodes.get(json.id).status).toBe(5);
		expect(given.sandbox.state.sms.size).toBe(before);
		given.sandbox.clock.advance(60);
		expect(given.sandbox.state.verifyCodes.get(json.id)).toMatchObject({
			status: 10,
			history: [
				{ channel: 'telegram', status: 20 },
				{ channel: 'sms', status: 10 },
			],
		});
		expect(given.sandbox.state.sms.size).toBe(before + 1);
	});

	it('reach a landline by voice only', async () => {
		const landline = '+493023125042';
		const bySms = await create({ phone: landline, routing_strategy: [{ channel: 'sms' }] });
		const byVoice = await create({ phone: landline, routing_strategy: [{ channel: 'voice' }] });
		given.sandbox.clock.advance(10);
		const { verifyCodes, sms } = given.sandbox.state;
		expect(verifyCodes.get(bySms.json.id)).toMatchObject({ status: 20, delivered_channel: null });
		expect(verifyCodes.get(byVoice.json.id)).toMatchObject({ status: 10 });
		expect(sms.get(bySms.json.history[0].external_id)).toMatchObject({
			status_code: 2000,
			dlr_code: 0,
			is_sent: false,
		});
	});

	it('fail when no channel delivers, and lose the code when asked to', async () => {
		const failed = await create({ routing_strategy: [{ channel: 'telegram' }] });
		const voice = await create({
			code: '4711',
			lang: 'EN',
			is_code_deleted: true,
			routing_strategy: [{ channel: 'voice' }],
		});
		given.sandbox.clock.advance(100);
		const { verifyCodes, sms } = given.sandbox.state;
		expect(verifyCodes.get(failed.json.id)).toMatchObject({ status: 20, delivered_channel: null });
		expect(verifyCodes.get(voice.json.id)).not.toHaveProperty('code');
		expect(sms.get(voice.json.history[0].external_id)).toMatchObject({
			service_code: 'text2speech',
			voice_lang: 'EN',
			text: '',
		});
	});

	it.each([
		['routing_strategy', { routing_strategy: [] }],
		['routing_strategy', { routing_strategy: [{ channel: 'sms' }, { channel: 'voice' }] }],
		['routing_strategy', { routing_strategy: [{ channel: 'voice' }, { channel: 'voice' }] }],
		['routing_strategy[0].channel', { routing_strategy: [{ channel: 'fax' }] }],
		[
			'routing_strategy[0].timeout_sec',
			{ routing_strategy: [{ channel: 'telegram', timeout_sec: 5 }] },
		],
		['code', { code: '123', routing_strategy: [{ channel: 'sms' }] }],
		['phone', { phone: '0170 1234', routing_strategy: [{ channel: 'sms' }] }],
	])('refuse a wrong %s', async (field, body) => {
		const response = await create(body);
		expect(response).toMatchObject({
			status: 400,
			json: { violations: [{ propertyPath: field }] },
		});
	});

	it('list newest first, all at once', async () => {
		given.sandbox.fill({ verifyCodes: 40 });
		const { json } = await given.lox24('GET', '/verify_codes');
		expect(json).toHaveLength(43);
		expect(json[0]).toMatchObject({ status: 5, code: '00000040' });
		expect(json[20]).toMatchObject({ status: 10, delivered_channel: 'sms' });
	});
});

describe('risk checks', () => {
	const [first, second, third] = [1, 2, 3].map((n) => `9a1b2c3d-000${n}-4e5f-8a9b-0c1d2e3f4a0${n}`);

	it('go from 0 over 5 to 10', async () => {
		const body = { service_code: 'direct', phone, email: 'a@b.example', callback_data: 'own-1' };
		const { status, json } = await given.lox24('POST', '/fraud-checks', { body });
		expect([status, json.status_code]).toEqual([201, 0]);
		const get = async () => (await given.lox24('GET', `/fraud-checks/${json.id}`)).json;
		given.sandbox.clock.advance(3);
		expect(await get()).toMatchObject({ status_code: 5, request_phone: { status_code: 5 } });
		given.sandbox.clock.advance(5);
		const done = await get();
		expect(done).toMatchObject({
			status_code: 10,
			callback_data: 'own-1',
			request_phone: { phone, region: 'DE' },
			request_ip: null,
		});
		expect(done.risk_score).toBeGreaterThanOrEqual(0);
	});

	it('have a price, and details of each part unless they are the cheapest', async () => {
		const parts = {
			phone,
			email: 'a@b.example',
			ip: '2001:db8::17',
			address: { iso2: 'DE', city: 'Berlin', street_name: 'Main Street' },
		};
		const create = async (service_code: string) => {
			const body = { service_code, ...parts };
			const { json } = await given.lox24('POST', '/fraud-checks', { body });
			given.sandbox.clock.advance(10);
			return (await given.lox24('GET', `/fraud-checks/${json.id}`)).json;
		};
		const [cheap, full] = [await create('economy'), await create('pro')];
		expect(cheap.price).toBeGreaterThan(0);
		expect(full.price).toBeGreaterThan(cheap.price);
		expect(Object.keys(cheap.request_ip)).toEqual([
			...['ip', 'status_code', 'created_at', 'updated_at'],
		]);
		expect(full).toMatchObject({
			request_phone: { phone, is_possible: true, is_valid: true, number_type: 'mobile' },
			request_email: { email: parts.email, is_possible: true, is_anonymous: false },
			request_ip: { ip: parts.ip, iso2: 'DE', geolocation: [52.53, 13.38], is_ok: true },
			request_address: { ...parts.address, status_code: 10 },
		});
		expect(full.request_ip).not.toHaveProperty('proxy_type');
		expect(full.request_email.updated_at).toBeGreaterThan(full.request_email.created_at);
	});

	it.each([
		['all', '', [third, second, first]],
		['oldest first', '_order[created_at]=asc', [first, second, third]],
		['exact id', `id=${second}`, [second]],
		['some ids', `id[]=${first}&id[]=${third}`, [third, first]],
		['part of the own id', 'callback_data=ORDER', [third, first]],
		['part of the number', 'request_phone.phone=43660', [third]],
		['part of the e-mail address', 'request_email.email=Huber', [second]],
		['part of the IP address', 'request_ip.ip=192.0', [second]],
		['status', 'status_code=0', []],
		['some statuses', 'status_code[]=10&status_code[]=21', [third, second, first]],
	])('list by %s', async (_, query, expected) => {
		const { json } = await given.lox24('GET', `/fraud-checks?${query}`);
		expect(given.lastEntry().warnings).toEqual([]);
		expect(json.map(({ id }: { id: string }) => id)).toEqual(expected);
	});
});

it('returns 402 to codes and checks without credit, and stores nothing', async () => {
	const token = given.sandbox.tokens.lox24NoCredit;
	const { state } = given.sandbox;
	const sizes = () => [state.sms.size, state.verifyCodes.size, state.fraudChecks.size];
	const before = sizes();
	expect((await create({ routing_strategy: [{ channel: 'sms' }] }, token)).status).toBe(402);
	const body = { service_code: 'pro', phone };
	expect((await given.lox24('POST', '/fraud-checks', { token, body })).status).toBe(402);
	expect(sizes()).toEqual(before);
});

it('deletes a risk check with its data', async () => {
	const path = `/fraud-checks/${[...given.sandbox.state.fraudChecks.keys()][0]}`;
	const before = (await given.lox24('GET', '/fraud-checks')).json.length;
	const response = await given.lox24('DELETE', path);
	expect([response.status, response.text]).toEqual([204, '']);
	expect((await given.lox24('GET', path)).status).toBe(404);
	expect((await given.lox24('DELETE', path)).status).toBe(404);
	expect((await given.lox24('GET', '/fraud-checks')).json).toHaveLength(before - 1);
});
