import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { request } from 'node:https';
import { join } from 'node:path';
import { startSandbox } from '../../sandbox';

function get(url: string, options: object): Promise<{ status?: number; text: string }> {
	return new Promise((resolve, reject) => {
		request(url, options, (response) => {
			let text = '';
			response.on('data', (part) => (text += part));
			response.on('end', () => resolve({ status: response.statusCode, text }));
		})
			.on('error', reject)
			.end();
	});
}

it('serves the same addresses over https, with a certificate of its own', async () => {
	const sandbox = await startSandbox({ https: true });
	try {
		expect(sandbox.url).toMatch(/^https:\/\/127\.0\.0\.1:\d+$/);
		const headers = { authorization: `Bearer ${sandbox.tokens.voipNow}` };
		const path = '/uapi/extensions/@me/@self/presence?count=1';
		const trusting = { headers, ca: sandbox.certificate };
		const { status, text } = await get(sandbox.url + path, trusting);
		expect(status).toBe(200);
		expect(JSON.parse(text).paging.next).toMatch(`${sandbox.url}/uapi/`);
		const byName = sandbox.url.replace('127.0.0.1', 'localhost');
		expect((await get(byName + path, { ...trusting, family: 4 })).status).toBe(200);
		await expect(get(sandbox.url + path, { headers })).rejects.toMatchObject({
			code: expect.stringMatching(/SELF_SIGNED|UNABLE_TO_VERIFY/),
		});
		const careless = { headers, rejectUnauthorized: false };
		expect((await get(sandbox.url + path, careless)).status).toBe(200);
		sandbox.faults.add({ kind: 'reset-before' });
		await expect(get(sandbox.url + path, careless)).rejects.toMatchObject({ code: 'ECONNRESET' });
		expect((await get(sandbox.url + path, careless)).status).toBe(200);
	} finally {
		await sandbox.close();
	}
});

it('does so from the command line, which also sets settings', async () => {
	const cli = join(__dirname, '../../sandbox/cli.js');
	const child = spawn(process.execPath, [
		...[cli, '--port', '0', '--https', '--set', 'voipNowTokenLife=60'],
		...['--set', 'voipNowFaxUpload=twoStep'],
	]);
	try {
		let out = '';
		for await (const part of child.stdout) {
			out += part;
			if (out.includes('Stop with')) break;
		}
		const [url] = /https:\/\/127\.0\.0\.1:\d+/.exec(out)!;
		const { text } = await get(`${url}/_sandbox/settings`, { rejectUnauthorized: false });
		expect(JSON.parse(text)).toMatchObject({ voipNowTokenLife: 60, voipNowFaxUpload: 'twoStep' });
		expect(out).toContain('sb~trusted-app_1');
	} finally {
		child.kill();
		await once(child, 'close');
	}
});

it.each([
	['voipNowTokenLife=long', 'not a known setting'],
	['colour=red', 'not a known setting'],
	['voipNowTokenLife', 'not understood'],
])('refuses --set %s', async (setting, message) => {
	const cli = join(__dirname, '../../sandbox/cli.js');
	const child = spawn(process.execPath, [cli, '--port', '0', '--set', setting]);
	let said = '';
	child.stderr.on('data', (part) => (said += part));
	const [code] = await once(child, 'close');
	expect([code, said]).toEqual([2, expect.stringContaining(message)]);
});
