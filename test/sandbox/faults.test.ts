import { connect } from 'node:net';
import { setImmediate as turn } from 'node:timers/promises';
import { givenSandbox } from './given';

const given = givenSandbox();
const update = () => given.lox24('PUT', '/phones/12344', { body: { phone: '+491' } });
const happened = () => given.sandbox.state.phones.get('12344').phone === '+491';
const lost = async (work: Promise<unknown>) => {
	const error = await work.then(
		() => undefined,
		(e) => e,
	);
	return error?.cause?.code ?? error?.name;
};

/** A client that leaves when the test says so. */
function patience() {
	const controller = new AbortController();
	return { signal: controller.signal, abort: () => controller.abort() };
}

describe('before the effect', () => {
	it('status returns an error of the service', async () => {
		given.sandbox.faults.add({ kind: 'status', status: 503 });
		const response = await update();
		expect(response).toMatchObject({ status: 503, json: { detail: expect.any(String) } });
		expect(response.headers.get('x-lox24-request-id')).toMatch(/^\w{32}$/);
		expect(happened()).toBe(false);
		expect((await update()).status).toBe(200);
		expect(given.sandbox.journal.entries()).toMatchObject([
			{ status: 503, fault: 'status' },
			{ status: 200 },
		]);
	});

	it('status takes a body and headers', async () => {
		given.sandbox.faults.add({
			kind: 'status',
			status: 500,
			body: { error: { code: 'internal_server_error', message: 'x' } },
			headers: { 'x-more': '1' },
		});
		const response = await given.voipNow('GET', '/@me/@self/presence');
		expect(response).toMatchObject({
			status: 500,
			json: { error: { code: 'internal_server_error' } },
		});
		expect(response.headers.get('x-more')).toBe('1');
	});

	it('html returns the page of a proxy', async () => {
		given.sandbox.faults.add({ kind: 'html' });
		const response = await update();
		expect(response.status).toBe(502);
		expect(response.headers.get('content-type')).toContain('text/html');
		expect(response.text).toContain('<html>');
		expect(happened()).toBe(false);
	});

	it('reset-before closes the connection', async () => {
		given.sandbox.faults.add({ kind: 'reset-before' });
		expect(await lost(update())).toMatch(/ECONNRESET|UND_ERR_SOCKET/);
		expect(happened()).toBe(false);
		expect(given.lastEntry()).toMatchObject({ status: null, fault: 'reset-before' });
	});

	it('hang never answers', async () => {
		given.sandbox.faults.add({ kind: 'hang' });
		const { signal, abort } = patience();
		const url = `${given.sandbox.url}/phones/12344`;
		const hanging = fetch(url, { method: 'PUT', signal, body: '{"phone":"+491"}' });
		while (given.sandbox.journal.entries().length === 0) await turn();
		await given.lox24('GET', '/me');
		abort();
		expect(await lost(hanging)).toBe('AbortError');
		expect(happened()).toBe(false);
	});

	it('empty with an error status does nothing', async () => {
		given.sandbox.faults.add({ kind: 'empty', status: 502 });
		expect(await update()).toMatchObject({ status: 502, text: '' });
		expect(happened()).toBe(false);
	});
});

describe('after the effect', () => {
	it('empty returns 200 without a body', async () => {
		given.sandbox.faults.add({ kind: 'empty' });
		expect(await update()).toMatchObject({ status: 200, text: '' });
		expect(happened()).toBe(true);
	});

	it('body answers the given body with the real status', async () => {
		given.sandbox.faults.add({ kind: 'body', body: [1, 2] });
		expect(await update()).toMatchObject({ status: 200, json: [1, 2] });
		expect(happened()).toBe(true);
	});

	it('status-after returns an error', async () => {
		given.sandbox.faults.add({ kind: 'status-after', status: 502 });
		expect((await update()).status).toBe(502);
		expect(happened()).toBe(true);
	});

	it('reset-after closes the connection', async () => {
		given.sandbox.faults.add({ kind: 'reset-after' });
		expect(await lost(update())).toMatch(/ECONNRESET|UND_ERR_SOCKET/);
		expect(happened()).toBe(true);
	});

	it('hang-after never answers', async () => {
		given.sandbox.faults.add({ kind: 'hang-after' });
		const { signal, abort } = patience();
		const hanging = fetch(`${given.sandbox.url}/phones/12344`, {
			method: 'PUT',
			signal,
			headers: {
				'x-lox24-auth-token': given.sandbox.tokens.lox24,
				'content-type': 'application/json',
			},
			body: '{"phone":"+491"}',
		});
		while (!happened()) await turn();
		await given.lox24('GET', '/me');
		abort();
		expect(await lost(hanging)).toBe('AbortError');
	});

	it('delay answers later', async () => {
		given.sandbox.faults.add({ kind: 'delay', delay: 60 });
		expect((await update()).status).toBe(200);
		expect(given.lastEntry().duration).toBeGreaterThanOrEqual(55);
	});
});

describe('which requests they meet', () => {
	it('chooses by method and path, lets some through, and is used up', async () => {
		given.sandbox.faults.add({
			kind: 'status',
			status: 500,
			method: 'put',
			path: '/phones/*',
			skip: 1,
			times: 2,
		});
		expect((await given.lox24('GET', '/phones/12344')).status).toBe(200);
		const responses = [];
		for (let i = 0; i < 4; i++) responses.push((await update()).status);
		expect(responses).toEqual([200, 500, 500, 200]);
		expect(given.sandbox.faults.list()).toEqual([]);
	});

	it('takes a regular expression', async () => {
		given.sandbox.faults.add({
			kind: 'status',
			status: 500,
			path: /^\/phones\/\d+$/g,
			times: Infinity,
		});
		expect([(await update()).status, (await update()).status]).toEqual([500, 500]);
		expect((await given.lox24('GET', '/me')).status).toBe(200);
	});

	it('is cleared', async () => {
		given.sandbox.faults.add({ kind: 'html', times: 'always' });
		given.sandbox.faults.clear();
		expect((await update()).status).toBe(200);
	});

	it('refuses kinds it does not know', () => {
		expect(() => given.sandbox.faults.add({ kind: 'explode' })).toThrow('Unknown kind of fault');
	});
});

it('resets the connection itself, not only the response', async () => {
	given.sandbox.faults.add({ kind: 'reset-before' });
	const { hostname, port } = new URL(given.sandbox.url);
	const code = await new Promise((resolve) => {
		const socket = connect(Number(port), hostname, () =>
			socket.write('GET /me HTTP/1.1\r\nHost: sandbox\r\n\r\n'),
		);
		socket.on('error', (error: NodeJS.ErrnoException) => resolve(error.code));
		socket.on('end', () => resolve('ended'));
	});
	expect(code).toBe('ECONNRESET');
});
