import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { startSandbox } from '../../sandbox';
import { givenSandbox, type Sandbox } from './given';

const given = givenSandbox();
const update = () => given.lox24('PUT', '/phones/12344', { body: { phone: '+491' } });
const happened = () => given.sandbox.state.phones.get('12344').phone === '+491';

/** The same update over a bare connection, and what has come back until now. */
function bareUpdate(sandbox: Sandbox = given.sandbox) {
	const { hostname, port } = new URL(sandbox.url);
	const seen = { text: '', isClosed: false };
	const socket: Socket = connect(Number(port), hostname, () =>
		socket.write(
			`PUT /phones/12344 HTTP/1.1\r\nHost: sandbox\r\nX-LOX24-AUTH-TOKEN: ${sandbox.tokens.lox24}\r\n` +
				'Content-Type: application/json\r\nContent-Length: 16\r\n\r\n{"phone":"+491"}',
		),
	);
	socket.on('data', (chunk) => (seen.text += chunk));
	socket.on('error', () => {});
	socket.on('close', () => (seen.isClosed = true));
	return { socket, seen };
}

async function until(fits: () => boolean) {
	while (!fits()) await sleep(5);
}

describe.each([
	['before', false],
	['after', true],
])('%s the effect', (when, effect) => {
	afterEach(() => expect(happened()).toBe(effect));

	it.each([200, 201, 204, 401, 500])('empty returns %i without a body', async (status) => {
		given.sandbox.faults.add({ kind: `empty-${when}`, status });
		expect(await update()).toMatchObject({ status, text: '' });
		expect(given.lastEntry()).toMatchObject({ status, fault: `empty-${when}` });
	});

	it('empty returns 200 without a status', async () => {
		given.sandbox.faults.add({ kind: `empty-${when}` });
		expect(await update()).toMatchObject({ status: 200, text: '' });
	});

	it('body returns what is given', async () => {
		given.sandbox.faults.add({
			kind: `body-${when}`,
			status: 422,
			body: 'not { JSON',
			headers: { 'Content-Type': 'text/csv', 'X-More': '1' },
		});
		const response = await update();
		expect(response).toMatchObject({ status: 422, text: 'not { JSON' });
		expect(response.headers.get('content-type')).toBe('text/csv');
		expect(response.headers.get('x-more')).toBe('1');
	});

	it('html returns the page of a proxy', async () => {
		given.sandbox.faults.add({ kind: `html-${when}` });
		expect(await update()).toMatchObject({ status: 502, text: expect.stringContaining('<html>') });
	});

	it.each([
		['json', 'application/json', 400],
		['text', 'text/plain', 401],
		['html', 'text/html', 500],
	] as const)('echo repeats the token as %s', async (format, type, status) => {
		given.sandbox.faults.add({ kind: `echo-${when}`, status, format });
		const response = await update();
		expect(response.status).toBe(status);
		expect(response.headers.get('content-type')).toContain(type);
		const text = format === 'json' ? response.json.detail : response.text;
		expect(text).toContain(given.sandbox.tokens.lox24);
	});

	it.each([301, 302, 303, 307, 308])('status %i leads to another path', async (status) => {
		given.sandbox.faults.add({ kind: `status-${when}`, status });
		given.sandbox.faults.add({ kind: `empty-${when}`, status, location: 'https://other.example/' });
		const [first, second] = [await update(), await update()];
		expect([first.status, first.headers.get('location')]).toEqual([status, '/me']);
		expect([second.status, second.headers.get('location')]).toEqual([
			status,
			'https://other.example/',
		]);
	});

	it.each([408, 418, 425, 499, 520, 599])('status %i is sent', async (status) => {
		given.sandbox.faults.add({ kind: `status-${when}`, status });
		const response = await update();
		expect(response.status).toBe(status);
		expect(response.headers.get('location')).toBeNull();
	});

	it.each([
		[101, 'Switching Protocols', 'connection: Upgrade\r\nupgrade: websocket\r\n'],
		[103, 'Early Hints', ''],
	])('status %i comes alone and leaves the connection open', async (status, name, lines) => {
		given.sandbox.faults.add({ kind: `status-${when}`, status });
		const { socket, seen } = bareUpdate();
		await until(() => seen.text !== '');
		await sleep(50);
		expect(seen).toEqual({ text: `HTTP/1.1 ${status} ${name}\r\n${lines}\r\n`, isClosed: false });
		expect(given.lastEntry()).toMatchObject({ status, fault: `status-${when}` });
		socket.destroy();
	});

	it('drip sends the head at once, then byte by byte until the client leaves', async () => {
		given.sandbox.faults.add({
			kind: `drip-${when}`,
			body: { id: 1 },
			interval: 60,
			headers: { 'retry-after': 7 },
		});
		const { socket, seen } = bareUpdate();
		await until(() => seen.text.endsWith('\r\n\r\n'));
		expect(seen.text).toMatch(/^HTTP\/1.1 200 OK\r\ncontent-type: application\/json/);
		expect(seen.text).toContain('retry-after: 7\r\n');
		const bytes = () => [...seen.text.matchAll(/\r\n1\r\n(.)/g)].map(([, byte]) => byte).join('');
		await until(() => bytes().length >= 12);
		expect(bytes()).toMatch(/^{"id":1} +$/);
		expect(seen.isClosed).toBe(false);
		expect(given.lastEntry().status).toBe(200);
		given.sandbox.journal.clear();
		expect(given.sandbox.peakInFlight()).toBe(1);
		socket.destroy();
		await until(() => {
			given.sandbox.journal.clear();
			return given.sandbox.peakInFlight() === 0;
		});
	});
});

it('drip gives the real response, if it is not told what', async () => {
	given.sandbox.faults.add({ kind: 'drip-after', interval: 1 });
	const { socket, seen } = bareUpdate();
	await until(() => seen.text.replace(/\r\n1\r\n/g, '').includes('"phone":"+491"'));
	socket.destroy();
});

it('drip stops when the client leaves', async () => {
	given.sandbox.faults.add({ kind: 'drip', interval: 1 });
	const begun = jest.spyOn(globalThis, 'setInterval');
	const stopped = jest.spyOn(globalThis, 'clearInterval');
	const { socket, seen } = bareUpdate();
	await until(() => seen.text !== '');
	const drips = begun.mock.calls.findIndex(([, interval]) => interval === 1);
	socket.destroy();
	const timer = begun.mock.results[drips].value;
	await until(() => stopped.mock.calls.some(([one]) => one === timer));
	jest.restoreAllMocks();
});

it('drip does not begin when the client has left before', async () => {
	given.sandbox.faults.add({ kind: 'drip-after', interval: 1, delay: 80 });
	const begun = jest.spyOn(globalThis, 'setInterval');
	const { socket } = bareUpdate();
	await until(() => given.sandbox.journal.entries().length === 1);
	socket.destroy();
	await until(() => given.lastEntry().status === 200);
	expect(begun).not.toHaveBeenCalledWith(expect.anything(), 1);
	jest.restoreAllMocks();
});

it('a bare 101, without the headers of an upgrade', async () => {
	const headers = { connection: null, upgrade: null };
	given.sandbox.faults.add({ kind: 'status', status: 101, headers });
	const { socket, seen } = bareUpdate();
	await until(() => seen.text === 'HTTP/1.1 101 Switching Protocols\r\n\r\n');
	socket.destroy();
});

it.each(['status', 'html', 'empty', 'body', 'echo', 'status-after', 'delay'])(
	'%s takes headers',
	async (kind) => {
		const date = 'Wed, 21 Oct 2015 07:28:00 GMT';
		given.sandbox.faults.add({ kind, delay: 1, headers: { 'Retry-After': '120', Date: date } });
		const { headers } = await update();
		expect([headers.get('retry-after'), headers.get('date')]).toEqual(['120', date]);
	},
);

it('echo and redirects work for VoipNow', async () => {
	given.sandbox.faults.add({ kind: 'echo' });
	given.sandbox.faults.add({ kind: 'status', status: 302 });
	const token = `Bearer ${given.sandbox.tokens.voipNow}`;
	const text = expect.stringContaining(token);
	const presence = () => given.voipNow('GET', '/@me/@self/presence');
	expect(await presence()).toMatchObject({
		status: 401,
		json: { error: { code: expect.any(String), message: text }, detail: text },
	});
	const { headers } = await presence();
	const location = headers.get('location') ?? '';
	expect((await given.voipNow('GET', location.replace('/uapi/extensions', ''))).status).toBe(200);
});

it('echo says so when there is no token', async () => {
	given.sandbox.faults.add({ kind: 'echo' });
	expect((await given.plain('GET', '/me')).json.detail).toBe('No token was sent');
});

it('delay keeps the real Location', async () => {
	given.sandbox.faults.add({ kind: 'delay', delay: 1 });
	const { key } = given.sandbox.voipNowApps.consent;
	const back = 'http://localhost/back';
	const query = new URLSearchParams({ response_type: 'code', client_id: key, redirect_uri: back });
	const { status, headers } = await given.plain('GET', `/oauth/authorize.php?${query}`);
	expect([status, headers.get('location')]).toEqual([302, expect.stringContaining(back)]);
});

it.each([{ status: 99 }, { status: 600 }, { status: 200.5 }, { format: 'xml' }])(
	'refuses %j',
	(more) => {
		expect(() => given.sandbox.faults.add({ kind: 'echo', ...more } as never)).toThrow(TypeError);
	},
);

it('closes with a drip and a 101 under way', async () => {
	const other = await startSandbox();
	other.faults.add({ kind: 'drip', interval: 5 });
	other.faults.add({ kind: 'status', status: 101 });
	const open = [bareUpdate(other), bareUpdate(other)];
	await until(() => open.every(({ seen }) => seen.text !== ''));
	expect(open.map(({ seen }) => seen.isClosed)).toEqual([false, false]);
	await other.close();
	await until(() => open.every(({ seen }) => seen.isClosed));
});
