import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { parse } from 'yaml';
import { givenSandbox } from './given';

const given = givenSandbox();

async function control(method: string, path: string, body?: unknown) {
	const response = await fetch(`${given.sandbox.url}/_sandbox/${path}`, {
		method,
		body: body === undefined ? undefined : JSON.stringify(body),
	});
	const text = await response.text();
	return {
		status: response.status,
		type: response.headers.get('content-type'),
		text,
		json: () => JSON.parse(text),
	};
}

it('gives and empties the journal, and does not write itself into it', async () => {
	await given.lox24('GET', '/me');
	const { id } = given.lastEntry();
	expect((await control('GET', 'journal')).json()).toMatchObject([
		{ method: 'GET', url: '/me', status: 200 },
	]);
	expect((await control('GET', `journal?since=${id}`)).json()).toEqual([]);
	await control('DELETE', 'journal');
	expect((await control('GET', 'journal')).json()).toEqual([]);
});

it('gives the state', async () => {
	const state = (await control('GET', 'state')).json();
	expect(state.groups).toMatchObject([{ id: 7116 }, { id: 7117 }]);
	expect(state.phonesOfGroup['7116']).toContain('12344');
	expect(state.sms).toHaveLength(6);
});

it('takes and clears faults', async () => {
	expect(
		(
			await control('POST', 'faults', {
				kind: 'status',
				status: 502,
				path: '/phones/*',
				times: 'always',
			})
		).status,
	).toBe(200);
	expect((await given.lox24('GET', '/phones/12344')).status).toBe(502);
	expect((await control('GET', 'faults')).json()).toMatchObject([
		{ kind: 'status', path: '/phones/*' },
	]);
	await control('DELETE', 'faults');
	expect((await given.lox24('GET', '/phones/12344')).status).toBe(200);
	expect((await control('POST', 'faults', { kind: 'explode' })).status).toBe(400);
});

it('changes settings and the clock, and resets', async () => {
	await control('PATCH', 'settings', { batchContainer: 'member', latency: 1 });
	expect(given.sandbox.settings).toMatchObject({ batchContainer: 'member', latency: 1 });
	expect((await control('PATCH', 'settings', { batchContainer: 'bucket' })).status).toBe(400);
	const before = given.sandbox.clock.now();
	expect((await control('POST', 'clock', { advance: 86400 })).json().now).toBeGreaterThanOrEqual(
		before + 86400,
	);
	expect((await control('POST', 'clock', {})).status).toBe(400);
	await control('POST', 'reset');
	expect(given.sandbox.settings.batchContainer).toBe('array');
	expect(given.sandbox.clock.now()).toBeLessThan(before + 100);
});

it('gives the contracts', async () => {
	for (const file of ['lox24.yaml', 'voipnow.yaml']) {
		expect(parse((await control('GET', `openapi/${file}`)).text)).toMatchObject({
			openapi: '3.1.0',
		});
	}
});

it('shows a page without anything from outside that says it is a stand-in', async () => {
	const page = await control('GET', '');
	expect(page.type).toContain('text/html');
	expect(page.text).toContain('Nothing is really sent');
	expect(page.text).not.toMatch(/(src|href)="(?!data:)|https?:\/\/|@import/);
	expect((await control('GET', 'overview')).json()).toMatchObject({
		counts: { sms: 6 },
		groups: [{ name_a: 'Salutation', phones: expect.any(Array) }, {}],
	});
	expect((await control('GET', 'nothing')).status).toBe(404);
});

describe('command line', () => {
	const script = join(__dirname, '../../sandbox/cli.js');

	async function run(...args: string[]) {
		const child = spawn(process.execPath, [script, ...args]);
		let out = '';
		child.stdout.on('data', (chunk) => (out += chunk));
		child.stderr.on('data', (chunk) => (out += chunk));
		return { child, exit: once(child, 'exit'), out: () => out };
	}

	it('starts with faults and settings, prints address and tokens, and stops on SIGTERM', async () => {
		const { child, exit, out } = await run(
			'--port',
			'0',
			'--latency',
			'5',
			'--fault',
			'PUT /phones/* 502 2',
			'--batch-container',
			'hydra',
		);
		while (!out().includes('Ctrl+C')) await once(child.stdout, 'data');
		expect(out()).toContain('Nothing is really sent');
		for (const token of Object.values(given.sandbox.tokens)) expect(out()).toContain(token);
		const [url] = out().match(/http:\/\/127\.0\.0\.1:\d+/) ?? [];
		expect(await (await fetch(`${url}/_sandbox/settings`)).json()).toMatchObject({
			latency: 5,
			batchContainer: 'hydra',
		});
		expect(await (await fetch(`${url}/_sandbox/faults`)).json()).toMatchObject([
			{ method: 'PUT', status: 502, times: 2 },
		]);
		child.kill('SIGTERM');
		expect(await exit).toEqual([0, null]);
	});

	it.each([
		[0, 'node sandbox/cli.js [options]', ['--help']],
		[2, 'is not understood', ['--fault', 'everything breaks']],
		[2, '--port must be', ['--port', 'eighty']],
		[2, 'not a known setting', ['--batch-container', 'bucket']],
		[2, 'Unknown option', ['--colour', 'red']],
	])('ends with %i and says "%s"', async (code, text, args) => {
		const { exit, out } = await run(...args);
		expect((await exit)[0]).toBe(code);
		expect(out()).toContain(text);
	});
});
