import { givenSandbox } from './given';

const given = givenSandbox();
const message = { text: 'Hello', sender_id: 'Sandbox', phone: '+491701234501' };
const waitingBulk = 'da0fa78c-4699-11ea-a637-96000028b339';
const doneBulk = '343c785b-8567-11ea-aa81-96000028b339';

describe('sms', () => {
	it('is created new and sent seconds later', async () => {
		const { status, json } = await given.lox24('POST', '/sms', {
			body: { ...message, callback_data: 'own-1' },
		});
		expect(status).toBe(201);
		expect(json).toMatchObject({
			...message,
			status_code: 0,
			is_sent: false,
			iso2: 'DE',
			parts_count: 1,
			chars_count: 5,
			callback_data: 'own-1',
		});
		given.sandbox.clock.advance(5);
		expect((await given.lox24('GET', `/sms/${json.uuid}`)).json).toMatchObject({
			status_code: 100,
			dlr_code: 1,
			is_sent: true,
		});
	});

	it('waits for its time when it is scheduled', async () => {
		const delivery_at = given.sandbox.clock.now() + 3600;
		const { json } = await given.lox24('POST', '/sms', {
			body: { ...message, delivery_at, is_text_deleted: true },
		});
		given.sandbox.clock.advance(3500);
		expect(given.sandbox.state.sms.get(json.uuid)).toMatchObject({ is_sent: false, text: 'Hello' });
		given.sandbox.clock.advance(200);
		expect(given.sandbox.state.sms.get(json.uuid)).toMatchObject({
			is_sent: true,
			gateway_sent_at: delivery_at,
			text: '',
		});
	});

	it('has a dry run that stores nothing and names an id that is no UUID', async () => {
		const { status, json } = await given.lox24('POST', '/sms/dryrun', { body: message });
		expect([status, json.uuid, json.price]).toEqual([
			201,
			'11111111-2222-3333-4444-55555555555',
			0.095,
		]);
		expect(given.sandbox.state.sms.size).toBe(6);
	});

	it.each([
		['text', { ...message, text: '' }],
		['text', { ...message, text: 'я'.repeat(671) }],
		['phone', { ...message, phone: '0170 1234' }],
		['sender_id', { ...message, sender_id: 'far too long a name' }],
		['callback_data', { ...message, callback_data: 'x'.repeat(37) }],
		['service_code', { ...message, service_code: 'pigeon' }],
		['delivery_at', { ...message, delivery_at: 'tomorrow' }],
	])('refuses a wrong %s', async (field, body) => {
		const response = await given.lox24('POST', '/sms', { body });
		expect(response).toMatchObject({
			status: 400,
			json: { violations: [{ propertyPath: field }] },
		});
	});

	it.each([
		['GSM', 'a'.repeat(160), 160, 1],
		['long GSM', 'a'.repeat(161), 161, 2],
		['GSM with the euro sign, which counts twice', '€'.repeat(80) + 'a', 161, 2],
		['Unicode', 'я'.repeat(70), 70, 1],
		['long Unicode', 'я'.repeat(71), 71, 2],
	])('counts the parts of %s', async (_, text, chars_count, parts_count) => {
		const { json } = await given.lox24('POST', '/sms/dryrun', { body: { ...message, text } });
		expect(json).toMatchObject({ chars_count, parts_count });
	});

	it.each([
		['accents and dashes', 'Crème brûlée – „fein“ `x`', 'Crème brulée - "fein" \'x\''],
		['what is GSM anyway', 'Grüße ñ Ç [a] {b} € ~', 'Grüße ñ Ç [a] {b} € ~'],
		['other scripts', 'Привет 👋', '?????? ?'],
		['one for several', 'Łódź… œuvre', 'Lodz... oeuvre'],
	])('is transliterated when it must be GSM: %s', async (_, text, gsm) => {
		const body = { ...message, text, is_unicode: false };
		const { json } = await given.lox24('POST', '/sms', { body });
		expect(json).toMatchObject({ text: gsm, is_unicode: false });
		expect((await given.lox24('GET', `/sms/${json.uuid}`)).json.text).toBe(gsm);
		for (const is_unicode of [true, null]) {
			const left = await given.lox24('POST', '/sms', { body: { ...body, is_unicode } });
			expect(left.json.text).toBe(text);
		}
	});

	it('takes null for everything that is optional, and answers source 0', async () => {
		const optional = ['delivery_at', 'source', 'is_unicode', 'voice_lang', 'service_code'];
		const more = ['callback_data', 'is_text_deleted'];
		const nothing = Object.fromEntries([...optional, ...more].map((name) => [name, null]));
		const sent = await given.lox24('POST', '/sms', { body: { ...message, ...nothing } });
		expect(sent).toMatchObject({
			status: 201,
			json: { source: 0, service_code: 'direct', delivery_at: 0, is_text_deleted: false },
		});
		const phones = [message.phone];
		const bulk = await given.lox24('POST', '/bulks', {
			body: { text: 'Hi', sender_id: 'Sandbox', ...nothing, phones, msg_groups: null },
		});
		expect(bulk).toMatchObject({ status: 201, json: { source: 0, service_code: 'direct' } });
	});

	it('is deleted', async () => {
		const path = '/sms/44657141-9830-11ea-aa81-96000028b339';
		expect((await given.lox24('DELETE', path)).status).toBe(204);
		expect((await given.lox24('GET', path)).status).toBe(404);
		expect((await given.lox24('GET', '/sms/44657141')).status).toBe(404);
	});
});

describe('bulk', () => {
	it('is cancelled in status 0, in the short form', async () => {
		const response = await given.lox24('PUT', `/bulks/${waitingBulk}/cancel`);
		expect(response.status).toBe(200);
		expect(response.json).toMatchObject({ uuid: waitingBulk, status_code: 15 });
		for (const field of ['text', 'phones', 'sender_id'])
			expect(response.json).not.toHaveProperty(field);
		given.sandbox.clock.advance(2 * 86400);
		expect(given.sandbox.state.bulks.get(waitingBulk)).toMatchObject({
			status_code: 15,
			msg_total_count: 0,
		});
	});

	it('is not cancelled twice or when done', async () => {
		await given.lox24('PUT', `/bulks/${waitingBulk}/cancel`);
		expect((await given.lox24('PUT', `/bulks/${waitingBulk}/cancel`)).status).toBe(422);
		expect((await given.lox24('PUT', `/bulks/${doneBulk}/cancel`)).status).toBe(422);
		expect(
			(await given.lox24('PUT', '/bulks/11111111-2222-3333-4444-555555555555/cancel')).status,
		).toBe(404);
		expect(
			(await given.lox24('PUT', '/bulks/11111111-2222-3333-4444-55555555555/cancel')).status,
		).toBe(404);
	});

	it('accepts a cancel with a JSON content type and no body', async () => {
		const headers = { 'content-type': 'application/json' };
		expect((await given.lox24('PUT', `/bulks/${waitingBulk}/cancel`, { headers })).status).toBe(
			200,
		);
	});

	it('goes from 0 over 5 to 10 and sends to numbers and groups', async () => {
		const { json } = await given.lox24('POST', '/bulks', {
			body: {
				text: 'Hi',
				sender_id: 'Sandbox',
				phones: ['+491701234509'],
				msg_groups: [7117],
			},
		});
		const status = async () => (await given.lox24('GET', `/bulks/${json.uuid}/status`)).json;
		expect(await status()).toMatchObject({ status_code: 0, msg_total_count: 0 });
		given.sandbox.clock.advance(3);
		expect(await status()).toMatchObject({ status_code: 5, msg_total_count: 2 });
		given.sandbox.clock.advance(10);
		expect(await status()).toMatchObject({ status_code: 10, msg_total_cost: 19 });
		const sent = (await given.lox24('GET', `/sms?bulk=${json.uuid}`)).json;
		expect(sent).toHaveLength(2);
		expect(sent.every((sms: { is_sent: boolean }) => sms.is_sent)).toBe(true);
	});

	it('stops its waiting messages when it is cancelled in progress', async () => {
		const { json } = await given.lox24('POST', '/bulks', {
			body: {
				text: 'Hi',
				sender_id: 'Sandbox',
				phones: ['+491701234509'],
				delivery_at: given.sandbox.clock.now() + 100,
			},
		});
		given.sandbox.clock.advance(100);
		expect((await given.lox24('PUT', `/bulks/${json.uuid}/cancel`)).status).toBe(200);
		given.sandbox.clock.advance(60);
		expect((await given.lox24('GET', `/sms?bulk=${json.uuid}`)).json).toMatchObject([
			{ status_code: 6000, is_sent: false },
		]);
	});

	it('without recipients ends with 201 as its status', async () => {
		const { json } = await given.lox24('POST', '/bulks', {
			body: { text: 'Hi', sender_id: 'Sandbox', phones: [] },
		});
		given.sandbox.clock.advance(3);
		expect((await given.lox24('GET', `/bulks/${json.uuid}`)).json.status_code).toBe(201);
	});

	it('is refused with a number that is none', async () => {
		const body = { text: 'Hi', sender_id: 'Sandbox', phones: ['+491701234509', '0170 1234'] };
		expect(await given.lox24('POST', '/bulks', { body })).toMatchObject({
			status: 400,
			json: { violations: [{ propertyPath: 'phones[1]' }] },
		});
	});

	it('is listed in the short form', async () => {
		const { json } = await given.lox24('GET', '/bulks');
		expect(json).toMatchObject([
			{ uuid: waitingBulk, msg_total_cost: 0 },
			{ uuid: doneBulk, msg_total_cost: 19 },
		]);
		for (const field of ['text', 'sender_id', 'phones', 'msg_groups', 'price'])
			expect(json[1]).not.toHaveProperty(field);
		expect((await given.lox24('GET', `/bulks/${doneBulk}`)).json).toHaveProperty('phones');
	});

	it.each([
		['source=7', [waitingBulk]],
		['source[]=0&source[]=8', [doneBulk]],
		['source[gte]=1', [waitingBulk]],
		['key_id=1', [waitingBulk, doneBulk]],
		['key_id[]=2', []],
		['is_unicode=false', [doneBulk]],
		['exists[is_unicode]=true', [doneBulk]],
		['exists[is_unicode]=0', [waitingBulk]],
		['is_dryrun=1', []],
		['is_dryrun=0', [waitingBulk, doneBulk]],
	])('is found by %s', async (query, expected) => {
		const { bulks } = given.sandbox.state;
		bulks.get(waitingBulk).source = 7;
		bulks.get(doneBulk).is_unicode = false;
		const { json } = await given.lox24('GET', `/bulks?${query}`);
		expect(given.lastEntry().warnings).toEqual([]);
		expect(json.map(({ uuid }: { uuid: string }) => uuid)).toEqual(expected);
	});

	it('is not found by its id, which is no filter', async () => {
		expect((await given.lox24('GET', `/bulks?uuid=${doneBulk}`)).json).toHaveLength(2);
		expect(given.lastEntry().warnings).toEqual(['unknown query parameter uuid']);
	});

	it('is listed, filtered and deleted', async () => {
		expect((await given.lox24('GET', '/bulks?status_code[]=0&status_code[]=5')).json).toMatchObject(
			[{ uuid: waitingBulk }],
		);
		expect((await given.lox24('GET', '/bulks?msg_total_count[gte]=1')).json).toMatchObject([
			{ uuid: doneBulk },
		]);
		expect((await given.lox24('DELETE', `/bulks/${doneBulk}`)).status).toBe(204);
		expect((await given.lox24('GET', '/bulks')).json).toHaveLength(1);
	});
});
