import { givenSandbox } from './given';

/*
 * Requests in the shapes that known clients send them, and what they must get. The clients are the vendor's
 * MCP server, its example scripts and demo apps, the samples of the documentation, and independent ones.
 */
const given = givenSandbox();

const call = 'ca110000000000000001';
const other = '+49300000001';
const event = 'NqeyDRqo4FtabmFj8gNWq3hsiGNYyq';
const calls = '/uapi/phoneCalls/@me';
const extension = '/uapi/extensions/@me/0003*210';
const agents = '/uapi/extensions/@me/0003*220/queue/agents';

interface Shape {
	shape: string;
	request: string;
	body?: object;
	form?: () => URLSearchParams | FormData;
	headers?: () => Record<string, string>;
	/** Of a system that such a client gets on with. */
	settings?: Parameters<typeof given.sandbox.changeSettings>[0];
	status?: number;
	response: unknown;
	/** Part of each warning the journal should have; none by default. */
	warnings?: string[];
}

const bearer = () => ({ authorization: `Bearer ${given.sandbox.tokens.voipNow}` });
const app = () => {
	const { key, secret } = given.sandbox.voipNowApps.trusted;
	return { grant_type: 'client_credentials', client_id: key, client_secret: secret };
};
const urlEncoded = (more: object) => () => new URLSearchParams({ ...app(), ...more });
const multipart = (more: object) => () => {
	const form = new FormData();
	for (const [name, value] of Object.entries({ ...app(), ...more })) form.append(name, value);
	return form;
};
const faxForm = (part: string) => () => {
	const form = new FormData();
	form.append(part, new Blob(['%PDF'], { type: 'application/octet-stream' }), 'letter.pdf');
	form.append('request', '{"recipients":["0003*212"]}');
	return form;
};
const entry = (...entries: unknown[]) => ({ entry: entries });
const status = expect.anything();
const one = (id: unknown) => [expect.objectContaining({ id })];
const someId = expect.stringMatching(/^[0-9a-f]{20}$/);

const TOKEN = { access_token: expect.any(String), expires_in: 3600 };
const tokens: Shape[] = [
	{
		shape: 'vendor MCP server, with its mistyped redirect_uri',
		request: 'POST /oauth/token.php',
		form: urlEncoded({ redirect_uri: 'https://host/ouath/token.php', type: 'unifiedapi' }),
		response: TOKEN,
	},
	{
		shape: 'vendor example scripts, with the path of the script as redirect_uri',
		request: 'POST /oauth/token.php',
		form: urlEncoded({ redirect_uri: '/home/me/simpleCall.php', type: 'unifiedapi' }),
		response: TOKEN,
	},
	{
		shape: 'vendor demo apps of 2017: multipart, state 0, no type',
		request: 'POST /oauth/token.php',
		form: multipart({ redirect_uri: 'https://app.example.com', state: '0' }),
		response: TOKEN,
	},
	{
		shape: 'a client that leaves redirect_uri out',
		request: 'POST /oauth/token.php',
		form: urlEncoded({}),
		response: TOKEN,
		warnings: ['redirect_uri is missing'],
	},
	{
		shape: 'a client with a wrong secret gets a text as error',
		request: 'POST /oauth/token.php',
		form: urlEncoded({ client_secret: 'wrong', type: 'unifiedapi' }),
		status: 401,
		response: { error: 'invalid_client' },
	},
];

const phoneCalls: Shape[] = [
	{
		shape: 'vendor MCP server makes a call: arrays, caller ids, nonce, a slash at the end',
		request: `POST ${calls}/simple/?waitForPickup=20`,
		body: {
			extension: '0003*210',
			phoneCallView: [
				{
					source: ['0003*210'],
					destination: ['15551234567'],
					callerId: 'Jane Roe <15557654321>',
					callerDestination: 'Jane <0003*210>',
				},
			],
			nonce: 'a-unique-string',
		},
		response: [expect.objectContaining({ id: someId, nonce: 'a-unique-string' })],
	},
	{
		shape: 'vendor example scripts make a call: bare strings for source and destination',
		request: `POST ${calls}/simple`,
		body: {
			extension: '0003*210',
			phoneCallView: [{ source: '0003*210', destination: '0003*212' }],
		},
		response: [
			expect.objectContaining({
				phoneCallView: [
					expect.objectContaining({ source: ['0003*210'], destination: ['0003*212'] }),
					expect.objectContaining({ extension: '0003*212' }),
				],
			}),
		],
	},
	{
		shape: 'a client that sends numbers as JSON numbers',
		request: `POST ${calls}/simple`,
		body: { extension: 210, phoneCallView: [{ source: [210], destination: 4930111 }] },
		response: one(someId),
	},
	{
		shape: 'vendor MCP server asks for options of a call',
		request: `POST ${calls}/simple/?waitForPickup=20&callDuration=60&allowPublicTransfer=true&video=true&fields=id,phoneCallView`,
		body: { extension: '0003*210', phoneCallView: [{ source: ['210'], destination: ['212'] }] },
		response: [{ id: someId, phoneCallView: [status, status] }],
	},
	{
		shape: 'vendor callback example',
		request: `POST ${calls}/callback`,
		body: {
			extension: '0003*250',
			phoneCallView: [{ source: '15551234567', destination: '15557654321' }],
		},
		response: one(someId),
	},
	{
		shape: 'vendor conference demo under the old name of the API',
		request: 'POST /unifiedapi/phoneCalls/@me/conferenceInvite',
		body: {
			extension: '0003*230',
			phoneCallView: [{ source: ['0003*230'], destination: ['15557654321'] }],
		},
		response: one(someId),
		warnings: ['old name'],
	},
	{
		shape: 'net2phone: a user id with a leading zero',
		request: 'POST /uapi/phoneCalls/0241/simple',
		body: { extension: '0003*241', phoneCallView: [{ source: '241', destination: '15551234567' }] },
		response: one(someId),
	},
	{
		shape: 'vendor MCP server lists calls, fields joined with commas',
		request: `GET ${calls}/@self/?count=4999&startIndex=0&fields=id,published,phoneCallView&sortOrder=ascending`,
		response: entry({ id: call, published: status, phoneCallView: [status, status] }),
	},
	{
		shape: 'vendor MCP server finds a call by its id',
		request: `GET ${calls}/@self/${call}/`,
		response: entry(expect.objectContaining({ id: call })),
	},
	...[
		['vendor MCP server holds', { action: 'OnHold', phoneCallViewId: '00' }],
		[
			'vendor MCP server records',
			{ action: 'StartRecording', phoneCallViewId: '00', format: 'wav' },
		],
		[
			'vendor MCP server whispers, all as texts',
			{
				action: 'Whisper',
				phoneCallViewId: '00',
				sendCallTo: '0003*212',
				private: '1',
				waitForPickup: '25',
			},
		],
		[
			'vendor example scripts transfer by phoneCallViewId',
			{ action: 'Transfer', sendCallTo: '0003*212', phoneCallViewId: '00' },
		],
		[
			'vendor MCP server transfers by numbers',
			{
				action: 'Transfer',
				sendCallTo: '0003*212',
				transferFromNumber: '0003*210',
				transferNumber: other,
			},
		],
		[
			'vendor MCP server transfers to voicemail',
			{ action: 'TransferToVoicemail', sendCallTo: '0003*212', transferNumber: other },
		],
	].map(([shape, body]) => ({
		shape: shape as string,
		request: `PUT ${calls}/0003*210/${call}/`,
		body: body as object,
		response: expect.objectContaining({ id: call }),
	})),
	...[{ maxInParking: '180' }, { maxInParking: 180 }, {}].map((more) => ({
		shape: `parks with ${JSON.stringify(more)} and gets a list`,
		request: `PUT ${calls}/0003*210/${call}`,
		body: { action: 'Park', phoneCallViewId: '01', ...more },
		response: one(call),
	})),
	{
		shape: 'vendor MCP server hangs up one call',
		request: `DELETE ${calls}/0003*210/${call}/`,
		response: one(call),
	},
	{
		shape: 'a client hangs up the leg with a number',
		request: `DELETE ${calls}/0003*210/${call}?phoneNumber=${encodeURIComponent(other)}`,
		response: one(call),
	},
];

const events: Shape[] = [
	{
		shape: 'vendor MCP server registers an event: texts, no type in the path',
		request: `POST ${extension}/phoneCallEvents/`,
		body: { type: '3', method: '0', url: 'https://crm.example.com/a', status: '1', note: 'n' },
		response: expect.objectContaining({ id: expect.stringMatching(/^\w{30}$/) }),
	},
	{
		shape: 'an independent client registers an event: type as a number, the rest as texts',
		request: `POST ${extension}/phoneCallEvents`,
		body: { type: 2, method: '1', url: 'https://crm.example.com/b', status: '1' },
		response: expect.objectContaining({ url: 'https://crm.example.com/b' }),
	},
	{
		shape: 'newer pages register an event: type in the path',
		settings: { voipNowEventCreatePath: 'withType' },
		request: `POST ${extension}/phoneCallEvents/4`,
		body: { method: '1', url: 'https://crm.example.com/c', status: '1' },
		response: expect.objectContaining({ url: 'https://crm.example.com/c' }),
	},
	{
		shape: 'vendor MCP server lists events, with its mistyped sortOder',
		request: `GET ${extension}/phoneCallEvents/?sortOder=ascending&filterBy=type&filterValue=0`,
		response: entry(expect.objectContaining({ id: event })),
		warnings: ['sortOder'],
	},
	{
		shape: 'sample of the update page: two fields',
		request: `PUT ${extension}/phoneCallEvents/0/${event}`,
		body: { method: '1', note: 'I want to use POST for my event' },
		response: expect.objectContaining({ id: event, note: 'I want to use POST for my event' }),
	},
	{
		shape: 'vendor MCP server deletes an event',
		request: `DELETE ${extension}/phoneCallEvents/0/${event}/`,
		response: one(event),
	},
];

const others: Shape[] = [
	{
		shape: 'vendor MCP server reads presence',
		request:
			'GET /uapi/extensions/@me/@self/presence/?filterBy=extension&filterOp=startsWith&filterValue=0003*210',
		response: entry(expect.objectContaining({ extension: '0003*210' })),
	},
	{
		shape: 'a client that escapes the path; whether that works everywhere is not known',
		request: 'GET /uapi/extensions/%40me/0003%2A210/presence',
		response: entry(expect.objectContaining({ extension: '0003*210' })),
		warnings: ['percent-encoded'],
	},
	{
		shape: 'a client with the token in the query',
		request: `GET ${extension}/presence?accessRequestToken=Bearer%20sandbox-access-token`,
		headers: () => ({}),
		response: entry(expect.objectContaining({ extension: '0003*210' })),
		warnings: ['in the query'],
	},
	{
		shape: 'vendor MCP server lists agents, fields without brackets',
		request: `GET ${agents}/?fields=agentNumber,status&filterBy=agentNumber&filterOp=contains&filterValue=210`,
		response: entry({ agentNumber: '0003*210', status }),
	},
	{
		shape: 'vendor MCP server pauses an agent',
		request: `PUT ${agents}/0003*210/`,
		body: { status: '2' },
		response: [expect.objectContaining({ agentNumber: '0003*210' })],
	},
	{
		shape: 'vendor MCP server reads the call history of its own account',
		request: 'GET /uapi/cdr/?count=1',
		response: expect.objectContaining({ itemsPerPage: 1, totalResults: 6 }),
	},
	{
		shape: 'vendor tests read the call history with names of the legs',
		request: 'GET /uapi/cdr/?count=1&fields=id,source,destination,disposition,answered',
		response: expect.objectContaining({ itemsPerPage: 1, totalResults: 6 }),
	},
	{
		shape: 'a PHP client of a derived service: the bare token in the query beside the header',
		request: 'GET /uapi/cdr?accessRequestToken=sandbox-access-token',
		response: expect.objectContaining({ totalResults: 6 }),
	},
	{
		shape: 'an independent client reads the call history: 4000 at a time, dates with offset',
		request:
			'GET /uapi/cdr/12?count=4000&startDate=2020-01-01T00%3A00%3A00%2B03%3A00&disposition=0&flow=8',
		response: expect.objectContaining({ itemsPerPage: 4000, entry: expect.any(Object) }),
	},
	{
		shape: 'vendor MCP server sends a fax: part "files", no slash at the end',
		request: 'POST /uapi/faxes/@me/0003*210',
		form: faxForm('files'),
		response: { id: status, uid: expect.any(String), recipients: ['0003*212'] },
	},
	{
		shape: 'vendor demo app of 2017 sends a fax: the part is named after the file',
		request: 'POST /uapi/faxes/@me/0003*210',
		form: faxForm('letter.pdf'),
		response: { id: status, uid: expect.any(String), recipients: ['0003*212'] },
	},
	{
		shape: 'sample of the fax page: the token without Bearer',
		request: 'POST /uapi/faxes/@me/0003*210',
		form: faxForm('files'),
		headers: () => ({ authorization: given.sandbox.tokens.voipNow }),
		response: { id: status, uid: expect.any(String), recipients: ['0003*212'] },
		warnings: ['without Bearer'],
	},
];

describe.each([
	['tokens', tokens],
	['calls', phoneCalls],
	['call events', events],
	['the rest', others],
])('%s', (_, shapes) => {
	it.each(shapes)('$shape', async ({ request, body, form, headers, warnings = [], ...wanted }) => {
		given.sandbox.fill({ voipNowCalls: 1 });
		given.sandbox.changeSettings(wanted.settings ?? {});
		const [method, path] = request.split(' ');
		const response = await given.plain(method, path, {
			body,
			raw: form?.(),
			headers: headers?.() ?? (path.startsWith('/oauth/') ? {} : bearer()),
		});
		expect([response.status, response.text]).toEqual([wanted.status ?? 200, response.text]);
		const { response: expected } = wanted;
		const isPart = !Array.isArray(expected) && !('asymmetricMatch' in (expected as object));
		expect(response.json).toEqual(isPart ? expect.objectContaining(expected as object) : expected);
		expect(given.lastEntry().warnings).toEqual(
			warnings.map((warning) => expect.stringContaining(warning)),
		);
		// The path goes out as it was written.
		expect(given.lastEntry().path).toBe(path.split('?')[0]);
	});
});

it('a token gets renewed by clients that wait for 403, and works again', async () => {
	given.sandbox.changeSettings({ voipNowTokenLife: 60, voipNowTokenRefusal: 403 });
	const renew = async () =>
		(await given.plain('POST', '/oauth/token.php', { raw: urlEncoded({})() })).json.access_token;
	const list = (token: string) => given.uapi('GET', '/cdr/', { token });
	const first = await renew();
	expect((await list(first)).status).toBe(200);
	given.sandbox.clock.advance(61);
	expect((await list(first)).status).toBe(403);
	expect((await list(await renew())).status).toBe(200);
});

it('an independent client follows paging.next to the end', async () => {
	given.sandbox.fill({ voipNowEvents: 50 });
	let next: string | undefined = `${given.sandbox.url}${extension}/phoneCallEvents?count=20`;
	const ids: string[] = [];
	while (next) {
		const { json } = await given.plain('GET', next.replace(given.sandbox.url, ''), {
			headers: bearer(),
		});
		ids.push(...json.entry.map(({ id }: { id: string }) => id));
		next = json.paging.next;
	}
	expect(new Set(ids).size).toBe(52);
});
