import { request } from 'node:http';
import { givenSandbox } from './given';

const given = givenSandbox();

interface Seen {
	status?: number;
	text: string;
}

/** fetch does not let anybody set Host. */
function control(method: string, path: string, headers: Record<string, string>): Promise<Seen> {
	return new Promise((resolve, reject) => {
		const sent = request(given.sandbox.url + path, { method, headers }, (response) => {
			let text = '';
			response.on('data', (chunk) => (text += chunk));
			response.on('end', () => resolve({ status: response.statusCode, text }));
		});
		sent.on('error', reject).end();
	});
}
const port = () => new URL(given.sandbox.url).port;
const fill = (text: string) => text.replace('PORT', port());

it.each(['127.0.0.1:PORT', 'localhost:PORT', 'LocalHost:PORT', '[::1]:PORT'])(
	'answers to its name %s, also its own page',
	async (name) => {
		const host = fill(name);
		const origin = `http://${host.toLowerCase()}`;
		expect((await control('GET', '/_sandbox/', { host })).text).toContain('Nothing is really sent');
		expect((await control('GET', '/_sandbox/overview', { host })).status).toBe(200);
		expect((await control('POST', '/_sandbox/reset', { host, origin })).status).toBe(200);
	},
);

it.each([
	'evil.example',
	'evil.example:PORT',
	'127.0.0.1',
	'127.0.0.1:1',
	'localhost.evil.example:PORT',
	'127.0.0.1:PORT.evil.example',
	'0.0.0.0:PORT',
])('refuses the Host %s, whatever the Origin', async (name) => {
	const host = fill(name);
	const both: Array<Record<string, string>> = [{ host }, { host, origin: `http://${host}` }];
	for (const headers of both) {
		const response = await control('GET', '/_sandbox/state', headers);
		expect(response).toEqual({ status: 403, text: '{"error":"Host is not the sandbox"}' });
	}
});

it.each([
	'https://evil.example',
	'http://evil.example:PORT',
	'http://127.0.0.1',
	'http://127.0.0.1:1',
	'https://127.0.0.1:PORT',
	'http://localhost:PORT',
	'null',
	'',
])('refuses the Origin "%s"', async (origin) => {
	await given.lox24('GET', '/me');
	const headers = { host: fill('127.0.0.1:PORT'), origin: fill(origin) };
	expect(await control('DELETE', '/_sandbox/journal', headers)).toEqual({
		status: 403,
		text: '{"error":"Origin is not the sandbox"}',
	});
	expect(given.sandbox.journal.entries()).toHaveLength(1);
});

it.each([
	['GET', '/_sandbox'],
	['GET', '/_sandbox/'],
	['GET', '/_sandbox/health'],
	['GET', '/_sandbox/nothing'],
	['GET', '/%5Fsandbox/journal'],
	['GET', '/_sandbox/openapi/lox24.yaml'],
	['POST', '/_sandbox/faults'],
	['PATCH', '/_sandbox/settings'],
	['OPTIONS', '/_sandbox/reset'],
])('guards %s %s', async (method, path) => {
	const headers = { host: fill('127.0.0.1:PORT'), origin: 'https://evil.example' };
	expect((await control(method, path, headers)).status).toBe(403);
});

it('leaves the two APIs alone', async () => {
	const token = { 'x-lox24-auth-token': given.sandbox.tokens.lox24 };
	const headers = { ...token, host: 'api.example', origin: 'https://page.example' };
	expect((await control('GET', '/me', headers)).status).toBe(200);
});
