import { givenSandbox } from './given';

const given = givenSandbox();

const tableTest = 'ab6b6ceb-903a-11ea-aa81-96000028b339';
const secondTest = '7c7a6661-902e-11ea-aa81-96000028b339';
const reminder = '20f39273-0566-11ea-a637-96000028b339';
const order = '44657141-9830-11ea-aa81-96000028b339';
const unicode = '5dd2ba0e-9830-11ea-aa81-96000028b339';
const prices = '8481900d-86ce-11ea-aa81-96000028b339';

async function found(query: Record<string, string | number> | string) {
	const search =
		typeof query === 'string'
			? query
			: new URLSearchParams(
					Object.entries(query).map(([name, value]): [string, string] => [name, String(value)]),
				);
	const response = await given.lox24('GET', `/sms?${search}`);
	expect(given.lastEntry().warnings).toEqual([]);
	return response.json.map(({ uuid }: { uuid: string }) => uuid);
}

it('lists newest first, and in the order asked for', async () => {
	const all = [tableTest, secondTest, reminder, order, unicode, prices];
	expect(await found('')).toEqual(all);
	expect(await found('_order[created_at]=asc')).toEqual([...all].reverse());
});

it.each([
	['exact id', `uuid=${order}`, [order]],
	['any of some ids', `uuid[]=${order}&uuid[]=${unicode}`, [order, unicode]],
	['any of some ids, as PHP writes it', `uuid[0]=${order}&uuid[1]=${unicode}`, [order, unicode]],
	['any of some ids, encoded', `uuid%5B%5D=${order}&uuid%5B%5D=${unicode}`, [order, unicode]],
	['sent', 'is_sent=1', [order, unicode, prices]],
	['not sent, as a word', 'is_sent=false', [tableTest, secondTest, reminder]],
	['Unicode', 'is_unicode=1', [unicode]],
	['status', 'status_code=100', [order, unicode, prices]],
	['some delivery codes', 'dlr_code[]=0&dlr_code[]=8', [tableTest, secondTest, reminder]],
	['country', 'iso2=AF', [secondTest]],
	['some countries', 'iso2[]=AT&iso2[]=CH', [reminder, prices]],
	['part of the text, in any case', 'text=tEST', [tableTest, secondTest]],
	['part of the number', 'phone=%2B4917012345', [tableTest, order, unicode]],
	['part of the sender', 'sender_id=49123', [prices]],
	['source', 'source=7', [secondTest, order]],
	['own id', 'callback_data=patient-1', [reminder]],
	['two filters together', 'is_sent=1&source=7', [order]],
	['nothing', 'text=nowhere', []],
])('filters by %s', async (_, query, expected) => {
	expect(await found(query)).toEqual(expected);
});

it('applies every range', async () => {
	const at = (uuid: string) => given.sandbox.state.sms.get(uuid).created_at;
	const [newer, older] = [at(order), at(unicode)];
	expect(await found({ 'created_at[between]': `${older}..${newer}` })).toEqual([order, unicode]);
	expect(await found({ 'created_at[gt]': older, 'created_at[lt]': newer })).toEqual([]);
	expect(await found({ 'created_at[gte]': older, 'created_at[lte]': newer })).toEqual([
		order,
		unicode,
	]);
	expect(await found({ created_at: newer })).toEqual([order]);
	expect(await found(`created_at[]=${newer}&created_at[]=${older}`)).toEqual([order, unicode]);
	expect(await found({ 'chars_count[gt]': 31 })).toEqual([reminder]);
	expect(await found({ 'parts_count[gte]': 2 })).toEqual([]);
	expect(await found({ 'source[between]': '1..7' })).toEqual([secondTest, order]);
});

describe('batch cancel', () => {
	it('stops what the five-pages sample names, and keeps the records', async () => {
		const response = await given.lox24(
			'POST',
			`/sms/ops/batch_cancel?text=Test&uuid[]=${tableTest}&uuid[]=${secondTest}`,
		);
		expect(response).toMatchObject({ status: 200, json: { deleted_sms_count: 2 } });
		expect(given.sandbox.state.sms.get(tableTest).status_code).toBe(6000);
		expect(given.sandbox.state.sms.size).toBe(6);
		given.sandbox.clock.advance(2 * 86400);
		expect(given.sandbox.state.sms.get(tableTest)).toMatchObject({
			status_code: 6000,
			is_sent: false,
		});
		expect(given.sandbox.state.sms.get(reminder)).toMatchObject({
			status_code: 100,
			is_sent: true,
			dlr_code: 1,
		});
	});

	it('does not touch sent messages, and counts under the other key when asked', async () => {
		given.sandbox.settings.cancelCountKey = 'canceled_sms_count';
		expect((await given.lox24('POST', '/sms/ops/batch_cancel?is_sent=1')).json).toEqual({
			canceled_sms_count: 0,
		});
		expect((await given.lox24('POST', '/sms/ops/batch_cancel')).json).toEqual({
			canceled_sms_count: 3,
		});
	});

	it('refuses values of the wrong shape with 422 and names them', async () => {
		const response = await given.lox24(
			'POST',
			`/sms/ops/batch_cancel?uuid[]=${order}&uuid[]=abc&status_code=1&created_at[between]=5`,
		);
		expect(response.status).toBe(422);
		expect(
			response.json.violations.map((v: { propertyPath: string }) => v.propertyPath).sort(),
		).toEqual(['created_at[between]', 'status_code', 'uuid[][1]']);
	});

	it('ignores an unknown parameter when asked to, and says so in the journal', async () => {
		given.sandbox.changeSettings({ unknownFilters: 'ignore' });
		expect(
			(await given.lox24('POST', `/sms/ops/batch_cancel?uuid=${reminder}&colour=red`)).status,
		).toBe(200);
		expect(given.lastEntry()).toMatchObject({
			operationId: 'sms.batchCancel',
			warnings: ['unknown query parameter colour'],
		});
	});
});

it('batch delete removes the records', async () => {
	expect((await given.lox24('POST', '/sms/ops/batch_delete?text=Test')).json).toEqual({
		deleted_sms_count: 2,
	});
	expect(given.sandbox.state.sms.has(tableTest)).toBe(false);
});

describe.each(['batch_cancel', 'batch_delete'])('%s', (operation) => {
	const batch = (query: string) => given.lox24('POST', `/sms/ops/${operation}?${query}`);
	const whole = () => JSON.stringify([...given.sandbox.state.sms]);
	const left = () =>
		[...given.sandbox.state.sms.values()]
			.filter((message: { status_code: number }) => message.status_code !== 6000)
			.map(({ uuid }: { uuid: string }) => uuid);

	it.each([
		['text[text]', 'text%5Btext%5D=Test'],
		['text[0][text]', 'text[0][text]=Test'],
		['colour', `uuid=${reminder}&colour=red`],
		['page', 'page=2'],
		['is_sent[]', 'is_sent[]=0'],
		['constructor', 'constructor=x'],
		['__proto__', '__proto__=x'],
	])('refuses the unknown filter %s and changes nothing', async (name, query) => {
		const before = whole();
		const response = await batch(query);
		expect(response).toMatchObject({ status: 422, json: { detail: `Unknown filter: ${name}` } });
		expect(whole()).toBe(before);
		expect(given.lastEntry().warnings).toContain(`unknown query parameter ${name}`);
	});

	it.each(['refuse', 'ignore'] as const)('takes lists of texts (%s)', async (unknownFilters) => {
		given.sandbox.changeSettings({ unknownFilters });
		const response = await batch('text[0]=second&text[1]=VISIT&phone[]=%2B43&phone[]=%2B99');
		expect(Object.values(response.json)).toEqual([1]);
		expect(left()).toEqual([tableTest, secondTest, order, unicode, prices]);
		expect(given.lastEntry().warnings).toEqual([
			'unknown query parameter text[]',
			'unknown query parameter phone[]',
		]);
	});

	it('takes an empty part in a list for none', async () => {
		expect(Object.values((await batch('phone[]=')).json)).toEqual([0]);
		expect(left()).toHaveLength(6);
	});
});

it('takes lists of texts in lists, too', async () => {
	const response = await given.lox24('GET', '/sms?text[]=order&text[]=Prices');
	expect(response.json.map(({ uuid }: { uuid: string }) => uuid)).toEqual([order, prices]);
});

it('leaves out a list filter that cannot be read, and says so', async () => {
	const response = await given.lox24('GET', '/sms?status_code=abc&text=Test');
	expect(response.json).toHaveLength(2);
	expect(given.lastEntry().warnings).toEqual(['query parameter status_code has the wrong shape']);
});
