import {
	explainBuild,
	explainN8nCommand,
	explainN8nEnd,
	explainNpm,
	explainSqliteBuild,
	messageOf,
} from '../../demo/explain';

const failed = (stderr: string) =>
	Object.assign(new Error('npm ci ended with code 1'), { stdout: '', stderr });

/** What npm 11 wrote when it was tried, with the sentence for it. */
const NPM: Array<[name: string, stderr: string, sentence: RegExp]> = [
	[
		'nobody listens',
		'npm error code ECONNREFUSED\nnpm error FetchError: request to http://127.0.0.1:9/vega failed, reason: connect ECONNREFUSED 127.0.0.1:9',
		/^npm cannot reach its registry \(ECONNREFUSED\)\. Check the network/,
	],
	[
		'no such host',
		'npm error code ENOTFOUND\nnpm error network request to http://nowhere.invalid/vega failed, reason: getaddrinfo ENOTFOUND nowhere.invalid\nnpm error network If you are behind a proxy',
		/^npm cannot reach its registry \(ENOTFOUND\)\. Check the network/,
	],
	[
		'no response',
		'npm error code FETCH_ERROR\nnpm error errno FETCH_ERROR\nnpm error network timeout at: http://127.0.0.1:9801/vega',
		/^npm cannot reach its registry \(timeout\)\. Check the network/,
	],
	[
		'a proxy that wants a login',
		'npm error code E407\nnpm error 407 Proxy Authentication Required - GET http://127.0.0.1:9802/vega',
		/^The proxy refuses npm\. Correct its address and login/,
	],
	[
		"a company's certificate",
		'npm error code SELF_SIGNED_CERT_IN_CHAIN\nnpm error request to https://127.0.0.1/vega failed, reason: self-signed certificate in certificate chain',
		/^npm does not trust the certificate of its registry \(SELF_SIGNED_CERT_IN_CHAIN\)\. Put/,
	],
	[
		'no login',
		'npm error code E401\nnpm error Unable to authenticate',
		/^The registry of npm refuses you \(E401\)\. Sign in/,
	],
	[
		'a package is not there',
		"npm error code E404\nnpm error 404 Not Found - GET http://127.0.0.1:9802/vega\nnpm error 404  The requested resource 'vega@6.4.0' could not be found",
		/^The registry of npm lacks a package \(E404\)\. Choose another/,
	],
	[
		'it is down',
		'npm error code E503\nnpm error 503 Service Unavailable - GET http://127.0.0.1:9802/vega',
		/^The registry of npm is out of order \(E503\)\. Try again later/,
	],
	[
		'a full disk',
		'npm error code ENOSPC\nnpm error nospc ENOSPC: no space left on device, write',
		/^The disk is full\. Make room and try again\.$/,
	],
	[
		'a folder of somebody else',
		"npm error code EACCES\nnpm error syscall mkdir\nnpm error Error: EACCES: permission denied, mkdir '/srv/clone/node_modules'",
		/^Nothing can be written to \/srv\/clone\/node_modules \(EACCES\)\. Make it writable/,
	],
];

describe('npm', () => {
	test.each(NPM)('%s', (_name, stderr, sentence) => {
		const { message } = explainNpm(failed(stderr), 'ci');
		expect(message).toMatch(sentence);
		expect(message).toMatch(/[Tt]ry again/);
		expect(message.split('\n')).toHaveLength(1);
	});

	test('it is missing', () => {
		expect(explainNpm(new Error('spawn npm ENOENT'), 'ci').message).toBe(
			'npm is missing. It comes with Node: install that from nodejs.org and try again.',
		);
	});

	test('anything else: the end of what it said', () => {
		const { message, cause } = explainNpm(failed('one\n'.repeat(40) + 'npm error what'), 'ci');
		expect(message).toMatch(
			/^npm ci did not work:\n(one\n)+npm error what\nnpm ci ended with code 1$/,
		);
		expect(message.split('\n')).toHaveLength(16);
		expect(cause).toBeInstanceOf(Error);
	});
});

describe('the database driver', () => {
	test.each([
		['gyp ERR! find Python', 'Python 3'],
		['gyp ERR! stack Error: not found: make', 'make'],
		['make: g++: No such file or directory\n/bin/sh: 1: g++: not found', 'a C++ compiler'],
	])('%s', (stderr, missing) => {
		expect(explainSqliteBuild(failed(stderr)).message).toContain(
			`and ${missing} is missing. Install`,
		);
	});

	test('a full disk', () => {
		const error = failed('/usr/bin/ld: final link failed: No space left on device');
		expect(explainSqliteBuild(error).message).toBe('The disk is full. Make room and try again.');
	});
});

describe('building', () => {
	test('a full disk', () => {
		const error = failed(
			'error TS5033: Could not write file: ENOSPC: no space left on device, write.',
		);
		expect(explainBuild(error).message).toBe('The disk is full. Make room and try again.');
	});

	test('a mistake in the code is shown', () => {
		const error = failed('nodes/a.ts(1,1): error TS2304: Cannot find name');
		expect(explainBuild(error).message).toMatch(/^The package does not build:\nnodes\/a\.ts/);
	});
});

describe('n8n', () => {
	const end = (output: string) => explainN8nEnd(output, { log: 'n8n.log', seconds: 90 }).message;

	test.each([
		[
			"n8n's port 5678 is already in use. Error: listen EADDRINUSE: address already in use",
			/^A port/,
		],
		['SQLITE_FULL: database or disk is full', /^The disk is full\. Make room/],
		['Error: Mismatching encryption keys. The encryption key in', /Delete the folder \.demo/],
		[
			"Error: EROFS: read-only file system, open '/a/.n8n/config'",
			/^Nothing can be written to \/a\//,
		],
	])('%s', (output, sentence) => expect(end(`Initializing\n${output}`)).toMatch(sentence));

	test('anything else: the end of its log', () => {
		expect(end('Initializing\nsome error')).toBe(
			'n8n did not start within 90 seconds. The end of n8n.log:\nInitializing\nsome error',
		);
	});

	test('its commands', () => {
		const command = (text: string) => explainN8nCommand(new Error(text), 'import:workflow').message;
		expect(command('SQLITE_FULL: database or disk is full')).toMatch(/^The disk is full/);
		expect(command('An error')).toBe('n8n import:workflow did not work:\nAn error');
	});
});

describe('our own files', () => {
	const refused = (code: string, more: object) =>
		messageOf(Object.assign(new Error(`${code}: refused`), { code, ...more }));

	test.each([
		['EACCES', 'open'],
		['EPERM', 'rename'],
		['EROFS', 'mkdir'],
		['ENOTDIR', 'mkdir'],
		['ENOENT', 'mkdir'],
	])('%s in %s', (code, syscall) => {
		expect(refused(code, { path: '/a/.demo', syscall })).toBe(
			`Nothing can be written to /a/.demo (${code}). Make it writable and try again.`,
		);
	});

	test('a full disk', () => {
		expect(refused('ENOSPC', { syscall: 'write' })).toBe(
			'The disk is full. Make room and try again.',
		);
	});

	test('a port', () => {
		expect(refused('EADDRINUSE', { port: 5680 })).toMatch(/^Port 5680 is taken\. Try again/);
	});

	test('a command of the system', () => {
		const full = { stderr: 'tar: icons/a.svg: Cannot write: No space left on device' };
		expect(refused('', full)).toBe('The disk is full. Make room and try again.');
		expect(refused('', { stderr: 'tar: broken' })).toBe(
			'A command did not work:\ntar: broken\n: refused',
		);
		expect(refused('ENOENT', { syscall: 'spawn tar', path: 'tar' })).toMatch(/^tar is missing\./);
	});

	test('any other error speaks for itself', () => {
		expect(refused('ENOENT', { path: '/a/examples', syscall: 'scandir' })).toBe('ENOENT: refused');
		expect(messageOf(new Error('The demo is running already'))).toBe('The demo is running already');
	});
});
