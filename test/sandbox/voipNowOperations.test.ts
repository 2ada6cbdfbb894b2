import { join } from 'node:path';
import { loadContract } from '../../sandbox/contract/contract';
import { givenSandbox } from './given';

const given = givenSandbox();
const contract = loadContract(join(__dirname, '../../sandbox/openapi/voipnow.yaml'));

const events = '/uapi/extensions/@me/0003*210/phoneCallEvents';
const event = `${events}/0/NqeyDRqo4FtabmFj8gNWq3hsiGNYyq`;
const agents = '/uapi/extensions/@me/0003*220/queue/agents';
const call = 'ca110000000000000001';
const calls = '/uapi/phoneCalls/@me';
const input = { type: '0', method: '0', status: '1', url: 'http://crm.example.com/new' };
const made = (extension: string, source: string) => ({
	extension,
	phoneCallView: [{ source: [source], destination: ['4930111'] }],
});
const fax = () => {
	const form = new FormData();
	form.append('files', new Blob(['text']), 'letter.txt');
	form.append('request', JSON.stringify({ recipients: ['4930111'] }));
	return form;
};

/** All of the contract but upload, tokens and discovery: id, request, body. */
const operations: Array<[string, string, unknown?]> = [
	['phoneCallEvents.list', `GET ${events}`],
	['phoneCallEvents.create', `POST ${events}`, input],
	['phoneCallEvents.deleteAll', `DELETE ${events}`],
	['phoneCallEvents.listOfType', `GET ${events}/0`],
	['phoneCallEvents.createWithType', `POST ${events}/0`, input],
	['phoneCallEvents.deleteOfType', `DELETE ${events}/0`],
	['phoneCallEvents.get', `GET ${event}`],
	['phoneCallEvents.update', `PUT ${event}`, { status: '1' }],
	['phoneCallEvents.delete', `DELETE ${event}`],
	['presence.list', 'GET /uapi/extensions/@me/@self/presence'],
	['queueAgents.list', `GET ${agents}`],
	['queueAgents.get', `GET ${agents}/901`],
	['queueAgents.update', `PUT ${agents}/901`, { status: '1' }],
	['phoneCalls.createSimple', `POST ${calls}/simple`, made('0003*210', '0003*210')],
	['phoneCalls.createCallback', `POST ${calls}/callback`, made('0003*250', '4930222')],
	[
		'phoneCalls.createConferenceInvite',
		`POST ${calls}/conferenceInvite`,
		made('0003*230', '0003*230'),
	],
	['phoneCalls.list', `GET ${calls}/0003*210`],
	['phoneCalls.hangUpAll', `DELETE ${calls}/0003*210`],
	['phoneCalls.get', `GET ${calls}/0003*210/${call}`],
	[
		'phoneCalls.update',
		`PUT ${calls}/0003*210/${call}`,
		{ action: 'OnHold', phoneCallViewId: '00' },
	],
	['phoneCalls.hangUp', `DELETE ${calls}/0003*210/${call}`],
	['cdr.list', 'GET /uapi/cdr'],
	['cdr.listOfUser', 'GET /uapi/cdr/12'],
	['cdr.stats', 'GET /uapi/cdr/stats/12'],
	['faxes.create', 'POST /uapi/faxes/@me/0003*210', fax],
];
const others = [
	...['faxes.upload', 'oauth.token', 'oauth.authorize', 'oauth.authorizeForm'],
	...['discovery.get', 'discovery.locate'],
];

it('has the documented operations and no other', () => {
	const ids = contract.operations.map(({ operationId }) => operationId);
	expect(ids.sort()).toEqual([...operations.map(([id]) => id), ...others].sort());
});

const send = (request: string, body: unknown, more: object = {}) => {
	const [method, path] = request.split(' ');
	const headers = { authorization: `Bearer ${given.sandbox.tokens.voipNow}`, ...more };
	const content = typeof body === 'function' ? { raw: body() } : { body };
	return given.plain(method, path, { ...content, headers });
};

describe.each(['', '/'])('with "%s" at the end of the path', (end) => {
	const rows = operations.map(([id, request, body]) => ({ id, request: request + end, body }));
	beforeEach(() => {
		given.sandbox.fill({ voipNowCalls: 1 });
		given.sandbox.settings.voipNowEventCreatePath = 'both';
	});

	// That each response keeps to the contract is checked after each test, see given.ts.
	it.each(rows)('$id answers', async ({ id, request, body }) => {
		expect((await send(request, body)).status).toBe(200);
		expect(given.lastEntry().operationId).toBe(id);
	});

	it.each(rows)('$id returns 204 without a body', async ({ request, body }) => {
		given.sandbox.settings.voipNowResponse = 'none';
		const response = await send(request, body);
		expect([response.status, response.text]).toEqual([204, '']);
	});

	it.each(rows)('$id refuses another token', async ({ request, body }) => {
		for (const authorization of ['Bearer another', 'Basic another', ''])
			expect((await send(request, body, { authorization })).status).toBe(401);
		given.sandbox.settings.voipNowTokenRefusal = 403;
		const response = await send(request, body, { authorization: 'Bearer another' });
		expect([response.status, response.json.error.code]).toEqual([403, 'access_denied']);
	});
});

describe('installations that differ', () => {
	it('may take the type of a new event only in the body, or only in the path', async () => {
		given.sandbox.settings.voipNowEventCreatePath = 'plain';
		expect((await send(`POST ${events}`, input)).status).toBe(200);
		expect((await send(`POST ${events}/1`, input)).status).toBe(501);
		given.sandbox.settings.voipNowEventCreatePath = 'withType';
		const { type, ...rest } = input;
		expect(Number((await send(`POST ${events}/1`, rest)).json.type)).toBe(1);
		expect((await send(`POST ${events}`, input)).json.error.code).toBe('request_not_implemented');
		expect(type).toBe('0');
	});

	it('may give the id of an event alone, and 201 for a new one', async () => {
		given.sandbox.changeSettings({ voipNowEventResponse: 'id', voipNowCreateStatus: 201 });
		const created = await send(`POST ${events}`, input);
		expect([created.status, Object.keys(created.json)]).toEqual([201, ['id']]);
		expect((await send(`PUT ${event}`, { note: 'x' })).json).toEqual({
			id: 'NqeyDRqo4FtabmFj8gNWq3hsiGNYyq',
		});
	});
});

it('tells where the services are', async () => {
	const found = await given.plain('GET', '/', { headers: { accept: 'application/xrds+xml' } });
	expect(found.status).toBe(204);
	const where = found.headers.get('x-xrds-location')!;
	expect(where).toBe(`${given.sandbox.url}/uapi/unifiedapi.xrds`);
	const list = await given.plain('GET', where.replace(given.sandbox.url, ''));
	expect(list.headers.get('content-type')).toMatch('application/xrds+xml');
	expect(list.text).toContain(`<URI>${given.sandbox.url}/uapi/phoneCalls</URI>`);
});
