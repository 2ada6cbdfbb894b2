import { givenSandbox } from './given';

const given = givenSandbox();
const prices = '8481900d-86ce-11ea-aa81-96000028b339';
const order = '44657141-9830-11ea-aa81-96000028b339';
const thanks = '343c785b-8567-11ea-aa81-96000028b339';
const waitingBulk = 'da0fa78c-4699-11ea-a637-96000028b339';
const withoutLink = 'ab6b6ceb-903a-11ea-aa81-96000028b339';

async function found(path: string, field: string) {
	const response = await given.lox24('GET', path);
	expect([response.status, given.lastEntry().warnings]).toEqual([200, []]);
	return response.json.map((one: Record<string, unknown>) => one[field]);
}

describe('campaigns', () => {
	const path = '/short_link_campaigns';
	const body = { type: 2, name: 'Sale', url: 'https://shop.example/sale', group_id: 7117 };

	it('are created with a code, changed and deleted', async () => {
		const created = await given.lox24('POST', path, { body });
		expect(created).toMatchObject({ status: 201, json: body });
		expect(created.json.id).toMatch(/^\w+$/);
		const one = `${path}/${created.json.id}`;
		const changed = { type: 1, name: 'Big sale', url: body.url };
		expect((await given.lox24('PUT', one, { body: changed })).json).toMatchObject({
			...changed,
			group_id: 7117,
		});
		expect((await given.lox24('PUT', one, { body: { name: 'Only a name' } })).status).toBe(400);
		expect((await given.lox24('DELETE', one)).status).toBe(204);
		expect((await given.lox24('GET', one)).status).toBe(404);
	});

	it('leave their short links behind when deleted', async () => {
		await given.lox24('DELETE', `${path}/pL7x`);
		expect((await given.lox24('GET', '/short_links/aB3')).json.campaign).toBeNull();
	});

	it.each(['subscribe', 'unsubscribe'])('lead to the form of %s', async (kind) => {
		const { status, json } = await given.lox24('POST', `${path}/${kind}`, {
			body: { name: 'Form', group_id: null },
		});
		expect(status).toBe(201);
		expect(json).toMatchObject({ name: 'Form', group_id: null });
		expect(json.url).toContain(kind);
		expect((await given.lox24('POST', `${path}/${kind}`, { body: { name: 'x' } })).status).toBe(
			400,
		);
		const unknown = { name: 'x', group_id: 99 };
		expect((await given.lox24('POST', `${path}/${kind}`, { body: unknown })).status).toBe(422);
	});

	it.each([
		['all', '', ['oR9d', 'nW3s', 'pL7x']],
		['oldest first', '_order[created_at]=asc', ['pL7x', 'nW3s', 'oR9d']],
		['part of the name', 'name=LIST', ['pL7x']],
		['part of the destination', 'url=/news', ['nW3s']],
		['type', 'type=1', ['oR9d', 'pL7x']],
		['some types', 'type[]=2', ['nW3s']],
	])('list by %s', async (_, query, expected) => {
		expect(await found(`${path}?${query}`, 'id')).toEqual(expected);
	});

	it('list by a range of times', async () => {
		const { created_at } = given.sandbox.state.campaigns.get('nW3s');
		expect(await found(`${path}?created_at[gte]=${created_at}`, 'id')).toEqual(['oR9d', 'nW3s']);
		const between = `created_at[between]=0..${created_at - 1}`;
		expect(await found(`${path}?${between}`, 'id')).toEqual(['pL7x']);
	});
});

it('lists short links: all, of a campaign, by destination and time', async () => {
	expect(await found('/short_links', 'short_code')).toEqual(['cD5', 'eF7', 'aB3']);
	expect(await found('/short_links?url=orders', 'short_code')).toEqual(['cD5']);
	const { updated_at } = given.sandbox.state.shortLinks.get('eF7');
	expect(await found(`/short_links?updated_at[lt]=${updated_at}`, 'short_code')).toEqual(['aB3']);
	expect(await found(`/short_links?updated_at=${updated_at}`, 'short_code')).toEqual(['eF7']);
	const ofCampaign = '/short_link_campaigns/nW3s/short_links';
	expect(await found(ofCampaign, 'short_code')).toEqual(['eF7']);
});

describe('clicks', () => {
	it('are counted per message', async () => {
		expect((await given.lox24('GET', '/sms/clicks')).json).toMatchObject([
			{ uuid: order, requests_count: 1 },
			{ uuid: prices, requests_count: 2 },
		]);
		expect(await found('/sms/clicks?requests_count[gte]=2', 'uuid')).toEqual([prices]);
		expect(await found('/sms/clicks?requests_count=1', 'uuid')).toEqual([order]);
		expect((await given.lox24('GET', `/sms/${prices}/clicks`)).json.requests_count).toBe(2);
	});

	it('return 404 for the count of a message without a short link, and an empty list', async () => {
		expect((await given.lox24('GET', `/sms/${withoutLink}/clicks`)).status).toBe(404);
		expect(await found(`/sms/${withoutLink}/requests`, 'id')).toEqual([]);
	});

	it('go away with the message', async () => {
		await given.lox24('POST', '/sms/ops/batch_delete?text=prices');
		expect(await found('/sms/clicks', 'uuid')).toEqual([order]);
	});

	it.each([
		[`/sms/${prices}/requests`, [9002, 9001]],
		['/short_links/aB3/requests?_order[date]=asc', [9001, 9002]],
		['/short_link_requests', [9003, 9002, 9001]],
		['/short_link_campaigns/pL7x/requests', [9002, 9001]],
		['/short_link_campaigns/pL7x/requests?country=CH', [9002]],
		['/short_link_campaigns/nW3s/requests', []],
		[`/bulks/${thanks}/requests`, [9003]],
		[`/bulks/${thanks}/requests?hardware_type=computer`, []],
		[`/bulks/${waitingBulk}/requests`, []],
	])('are listed by %s', async (path, expected) => {
		expect(await found(path, 'id')).toEqual(expected);
	});

	it.each([
		['ip=192.0.2', [9003]],
		['url=PRICES', [9002, 9001]],
		['user_agent=android', [9001]],
		['country=CH', [9002]],
		['country[]=CH&country[]=AT', [9002, 9001]],
		['referer=mail', [9002]],
		['type=2', [9003]],
		['type[]=1', [9002, 9001]],
		['browser=fire', [9002]],
		['browser_version=17', [9003]],
		['os=ios', [9003]],
		['os_version=14', [9001]],
		['software_type=browser', [9003, 9002, 9001]],
		['hardware_type=computer', [9002]],
	])('are filtered by %s', async (query, expected) => {
		expect(await found(`/short_link_requests?${query}`, 'id')).toEqual(expected);
	});

	it('of a bulk are also those of its messages', async () => {
		given.sandbox.state.sms.get(prices).bulk_id = waitingBulk;
		expect(await found(`/bulks/${waitingBulk}/requests?page=1`, 'id')).toEqual([9002, 9001]);
	});

	it.each([
		`/sms/${prices}/requests`,
		`/bulks/${thanks}/requests`,
		'/short_link_campaigns/pL7x/requests',
	])('cannot be filtered by the version of the browser: %s', async (path) => {
		const { length } = (await given.lox24('GET', path)).json;
		expect((await given.lox24('GET', `${path}?browser_version=none`)).json).toHaveLength(length);
		expect(given.lastEntry().warnings).toEqual(['unknown query parameter browser_version']);
	});

	it('are filtered by date', async () => {
		const { date } = given.sandbox.state.clicks.get(9002);
		const list = (query: string) => found(`/short_link_requests?${query}`, 'id');
		expect(await list(`date=${date}`)).toEqual([9002]);
		expect(await list(`date[gt]=${date}`)).toEqual([9003]);
		expect(await list(`date[lte]=${date}`)).toEqual([9002, 9001]);
		expect(await list(`date[between]=${date}..${date}`)).toEqual([9002]);
	});
});
