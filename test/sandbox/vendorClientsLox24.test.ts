import { givenSandbox } from './given';

/*
 * Requests to LOX24 in the shapes that known clients send them, and what they must get. The clients are the
 * vendor's PHP client, the samples of its document, the Symfony bridge and the vendor's Cognito trigger.
 */
const given = givenSandbox();

const order = '44657141-9830-11ea-aa81-96000028b339';
const tableTest = 'ab6b6ceb-903a-11ea-aa81-96000028b339';
const secondTest = '7c7a6661-902e-11ea-aa81-96000028b339';
const reminder = '20f39273-0566-11ea-a637-96000028b339';
const waitingBulk = 'da0fa78c-4699-11ea-a637-96000028b339';
const incoming = 'b0c7a9e2-0001-11eb-aa81-96000028b339';
const nobody = '11111111-1111-4111-8111-111111111111';

interface Shape {
	shape: string;
	request: string;
	body?: unknown;
	accept?: string;
	headers?: Record<string, string>;
	status?: number;
	response?: unknown;
	/** What the journal has to say about it; nothing by default. */
	warnings?: string[];
}

const ids = (...uuids: string[]) => uuids.map((uuid) => expect.objectContaining({ uuid }));
const count = (number: number) => ({ deleted_sms_count: number });

const phpClient: Shape[] = [
	{
		shape: 'lists any of some IDs, numbered',
		request: `GET /sms?uuid[0]=${order}&uuid[1]=${tableTest}&_order[created_at]=desc&is_sent=1`,
		response: ids(order),
	},
	...['text[0]=order', 'sender_id[0]=Sandbox&text[0]=ORDER'].map((query) => ({
		shape: `filters by a numbered text: ${query}`,
		request: `GET /sms?${query}`,
		response: ids(order),
		warnings: query
			.split('&')
			.map((one) => `unknown query parameter ${one.replace(/\[0\].*/, '[]')}`),
	})),
	{
		shape: 'filters by a numbered IP address',
		request: 'GET /sms?ip[0]=10.1&ip[1]=10.2',
		response: [],
		warnings: ['unknown query parameter ip[]'],
	},
	{
		shape: 'deletes by a numbered text, and nothing else',
		request: 'POST /sms/ops/batch_delete?text[0]=second+Test',
		response: count(1),
		warnings: ['unknown query parameter text[]'],
	},
	{
		shape: 'cancels by numbered phones, all together with AND',
		request: 'POST /sms/ops/batch_cancel?phone[0]=%2B43660&phone[1]=%2B99&text[0]=visit&is_sent=0',
		response: count(1),
		warnings: ['unknown query parameter phone[]', 'unknown query parameter text[]'],
	},
	{
		shape: 'cancels nothing when no number fits',
		request: 'POST /sms/ops/batch_cancel?phone[0]=%2B99',
		response: count(0),
		warnings: ['unknown query parameter phone[]'],
	},
	{
		shape: 'writes a range with two dots',
		request: 'GET /sms?chars_count[between]=30..99',
		response: ids(reminder),
	},
	{
		shape: 'has its own name for deleting a text, which does nothing',
		request: 'POST /sms',
		body: { phone: '+491701234501', sender_id: 'Shop', text: 'Hi', is_delete_text: true },
		status: 201,
		response: { is_text_deleted: false },
		warnings: ['unknown body field is_delete_text'],
	},
	{
		shape: 'names a service that only the account knows',
		request: 'POST /sms',
		body: { phone: '+491701234501', sender_id: 'Shop', text: 'Hi', service_code: 'economy' },
		status: 400,
		response: { violations: [expect.objectContaining({ propertyPath: 'service_code' })] },
	},
	{ shape: 'means to delete, but reads', request: `GET /sms/${order}`, response: { uuid: order } },
];

const message = { sender_id: 'My Shop', phone: '+491701234501', text: 'Hello' };
const samples: Shape[] = [
	{
		shape: 'filter with an operator',
		request: 'GET /sms?created_at[gte]=1590737094&text=order',
		response: ids(order),
	},
	{
		shape: 'stop messages, with an empty filter',
		request: `POST /sms/ops/batch_cancel?text=&uuid[]=${tableTest}&uuid[]=${order}`,
		response: count(1),
	},
	{
		shape: 'stop messages, in an order',
		request: `POST /sms/ops/batch_cancel?_order[created_at]=desc&uuid=${secondTest}`,
		response: count(1),
	},
	{
		shape: 'delete one of the messages',
		request: `POST /sms/ops/batch_delete?uuid=${reminder}`,
		response: count(1),
	},
	{
		shape: 'cancel a bulk with a type of content, but no content',
		request: `PUT /bulks/${waitingBulk}/cancel`,
		headers: { 'content-type': 'application/json' },
		response: { status_code: 15, msg_total_cost: 0 },
	},
	{
		shape: 'sort received messages by a field they do not have',
		request: 'GET /incomings?_order[created_at]=desc&page=1',
		response: [expect.anything(), expect.anything(), expect.anything()],
		warnings: ['unknown query parameter _order[created_at]'],
	},
	{ shape: 'delete a received message', request: `DELETE /incomings/${incoming}`, status: 204 },
	{
		shape: 'delete a received message that is not there',
		request: `DELETE /incomings/${nobody}`,
		status: 404,
		response: { title: expect.any(String), detail: 'Not Found' },
	},
	{
		shape: 'look for risk checks since a time, which is no filter',
		request: 'GET /fraud-checks?created_at[gte]=1590737094&request_email.email=example.com',
		response: [expect.objectContaining({ service_code: 'pro' })],
		warnings: ['unknown query parameter created_at[gte]'],
	},
	{
		shape: 'first page of the blocked numbers',
		request: 'GET /blocked_numbers?page=1',
		response: [expect.anything(), expect.anything(), expect.anything()],
	},
	{
		shape: 'block a number, as JSON-LD',
		request: 'POST /blocked_numbers',
		body: { number: '+491701230009' },
		headers: { 'content-type': 'application/ld+json' },
		status: 201,
		response: { number: '+491701230009', type: 1 },
	},
	{
		shape: 'add many numbers, one of them without a number',
		request: 'POST /groups/7116/phones/batch',
		body: [{ phone: '+491701234577', a: 'Ms. ', c: '2020-02-23 18:00' }, { a: 'Mr. ' }],
		status: 201,
		response: [
			{ status: 201, body: expect.objectContaining({ a: 'Ms. ' }) },
			{ status: 400, body: expect.objectContaining({ title: expect.any(String) }) },
		],
	},
	{
		shape: 'change a number and nothing else',
		request: 'PUT /phones/12344',
		body: { phone: '+93701234567' },
		response: { id: '12344', phone: '+93701234567', a: 'Mrs.' },
	},
	{
		shape: 'change the name of a group',
		request: 'PUT /groups/7116',
		body: { name: 'Guests' },
		response: { name: 'Guests', name_a: 'Salutation' },
	},
	{
		shape: 'speak with tags, as a plain voice message',
		request: 'POST /sms',
		body: { ...message, service_code: 'text2speech', text: '<speak>Hi<break time="1s"/></speak>' },
		status: 201,
		response: { service_code: 'text2speech' },
	},
	{
		shape: 'shell: no Accept means JSON-LD',
		request: `GET /sms/${order}`,
		accept: '*/*',
		response: { '@context': '/contexts/sms', '@type': 'sms', uuid: order },
		warnings: ['Accept "*/*" names neither application/json nor application/ld+json'],
	},
	{
		shape: 'clicks of a message under a path that the document does not have',
		request: `GET /sms/clicks/${order}`,
		status: 404,
		response: { detail: 'Not Found' },
		warnings: [`no operation GET /sms/clicks/${order} in the contract`],
	},
	{
		shape: 'many numbers under a path that the document does not have',
		request: 'POST /groups/12344/phone/batch',
		body: [],
		status: 404,
		warnings: ['no operation POST /groups/12344/phone/batch in the contract'],
	},
];

const others: Shape[] = [
	{
		shape: 'Symfony bridge: every option, most of them empty',
		request: 'POST /sms',
		body: {
			...message,
			service_code: 'direct',
			is_text_deleted: false,
			delivery_at: 0,
			voice_lang: null,
			callback_data: 'test_callback',
		},
		status: 201,
		response: {
			...message,
			status_code: 0,
			dlr_code: 0,
			callback_data: 'test_callback',
			source: 0,
		},
	},
	{
		shape: 'Symfony bridge: a service that there is not',
		request: 'POST /sms',
		body: { ...message, service_code: 'unknown' },
		status: 400,
		response: {
			detail: expect.stringMatching(/^service_code: /),
			violations: [
				{
					propertyPath: 'service_code',
					message: expect.any(String),
					code: expect.stringMatching(/^[0-9a-f-]{36}$/),
				},
			],
		},
	},
	{
		shape: 'Symfony bridge: signs in the sender that the API does not take',
		request: 'POST /sms',
		body: { ...message, sender_id: 'my-shop.de' },
		status: 400,
		response: { violations: [expect.objectContaining({ propertyPath: 'sender_id' })] },
	},
	{
		shape: 'Cognito trigger: the three fields and nothing else',
		request: 'POST /sms',
		body: message,
		status: 201,
		response: { ...message, is_sent: false },
	},
];

describe.each([
	['PHP client', phpClient],
	['samples', samples],
	['others', others],
])('%s', (_, shapes) => {
	it.each(shapes)(
		'$shape',
		async ({ request, status = 200, response: expected, warnings = [], ...more }) => {
			const [method, path] = request.split(' ');
			const response = await given.lox24(method, path, more);
			expect([response.status, given.lastEntry().warnings]).toEqual([status, warnings]);
			if (Array.isArray(expected)) expect(response.json).toEqual(expected);
			else if (expected) expect(response.json).toMatchObject(expected);
		},
	);
});

it('the older login with a header for each half of the token still works', async () => {
	const [id, key] = given.sandbox.tokens.lox24.split(':');
	const headers = { 'x-lox24-client-id': id, 'x-lox24-auth-token': key };
	expect((await given.plain('GET', '/me', { headers })).status).toBe(200);
});

it('the PHP client takes the first count of a cancel, whatever its name', async () => {
	given.sandbox.changeSettings({ cancelCountKey: 'canceled_sms_count' });
	const { json } = await given.lox24('POST', '/sms/ops/batch_cancel?text[0]=Test');
	expect(Object.entries(json)).toEqual([['canceled_sms_count', 2]]);
});

it('a list filter that cannot be read does not widen a deletion', async () => {
	const before = given.sandbox.state.sms.size;
	for (const query of ['text[text]=Test', 'uuid[a]=x', 'uuid[]=', 'is_sent[0]=1', 'phone[][0]=1']) {
		const response = await given.lox24('POST', `/sms/ops/batch_delete?${query}`);
		expect([query, response.status]).toEqual([query, 422]);
	}
	expect(given.sandbox.state.sms.size).toBe(before);
});
