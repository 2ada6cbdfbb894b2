const { execFileSync } = require('node:child_process');
const { chmodSync, chownSync, closeSync, mkdirSync, mkdtempSync } = require('node:fs');
const { openSync, readdirSync, readFileSync, rmSync } = require('node:fs');
const { connect } = require('node:net');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { setTimeout: wait } = require('node:timers/promises');
const { freePort } = require('../../../demo/ports');
const { start } = require('../../../scripts/processes');

const START_SECONDS = 120;

/** Debian keeps each version in a folder of its own, which is not on the PATH. */
const POSTGRES = '/usr/lib/postgresql';

/**
 * A PostgreSQL and a Redis of our own on this machine, in a temporary folder and on free ports;
 * nothing of the system's services is touched.
 *
 * @param {(stop: () => Promise<void>) => void} onStart told what undoes each step, before the next one
 * @returns n8n's `variables` that lead to them, and `redis(command)`
 */
async function startServers(onStart) {
	const folder = mkdtempSync(join(tmpdir(), 'e2e-servers-'));
	onStart(async () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
	// PostgreSQL has to get to its own folder in there.
	chmodSync(folder, 0o711);
	const redis = await freePort([]);
	const postgres = await freePort([], [redis]);
	await startRedis(join(folder, 'redis'), redis, onStart);
	await startPostgres(join(folder, 'postgres'), postgres, onStart);
	const variables = variablesFor({ redis, postgres });
	return { variables, redis: async (command) => await ask(redis, command) };
}

/** n8n's variables that lead to the servers on these ports. */
function variablesFor({ redis, postgres }) {
	return {
		EXECUTIONS_MODE: 'queue',
		QUEUE_BULL_REDIS_HOST: '127.0.0.1',
		QUEUE_BULL_REDIS_PORT: String(redis),
		DB_TYPE: 'postgresdb',
		DB_POSTGRESDB_HOST: '127.0.0.1',
		DB_POSTGRESDB_PORT: String(postgres),
		DB_POSTGRESDB_DATABASE: 'postgres',
		DB_POSTGRESDB_USER: 'n8n',
		DB_POSTGRESDB_PASSWORD: '',
	};
}

async function startRedis(folder, port, onStart) {
	mkdirSync(folder);
	const args = ['--port', port, '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
	const server = startServer('redis-server', [...args, '--dir', folder], {}, join(folder, 'log'));
	onStart(() => server.stop('SIGTERM'));
	await server.until(async () => (await ask(port, 'PING')) === '+PONG');
}

async function startPostgres(folder, port, onStart) {
	const bin = join(POSTGRES, newestVersion(), 'bin');
	const user = postgresUser();
	mkdirSync(folder, { mode: 0o700 });
	if (user.uid !== undefined) chownSync(folder, user.uid, user.gid);
	const data = join(folder, 'data');
	const options = { ...user, cwd: folder };
	const initial = [
		'-D',
		data,
		'-U',
		'n8n',
		'-A',
		'trust',
		'-E',
		'UTF8',
		'--no-locale',
		'--no-sync',
	];
	execFileSync(join(bin, 'initdb'), initial, { ...options, stdio: ['ignore', 'ignore', 'pipe'] });
	const settings = {
		port,
		listen_addresses: '127.0.0.1',
		unix_socket_directories: '',
		fsync: 'off',
		full_page_writes: 'off',
		synchronous_commit: 'off',
	};
	const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
	const server = startServer(
		join(bin, 'postgres'),
		['-D', data, ...args],
		options,
		join(folder, 'log'),
	);
	// Fast: it does not wait for those who are connected.
	onStart(() => server.stop('SIGINT'));
	const ready = join(bin, 'pg_isready');
	await server.until(() => works(ready, ['-h', '127.0.0.1', '-p', port, '-U', 'n8n'], options));
}

function newestVersion() {
	try {
		return readdirSync(POSTGRES)
			.sort((one, other) => Number(other) - Number(one))
			.at(0);
	} catch {
		throw new Error('PostgreSQL is missing: apt-get install postgresql redis-server');
	}
}

/** PostgreSQL refuses to run as root. */
function postgresUser() {
	if (process.getuid() !== 0) return {};
	const id = (flag) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
	return { uid: id('-u'), gid: id('-g') };
}

function startServer(command, args, options, log) {
	const output = openSync(log, 'w');
	const settings = { ...options, stdio: ['ignore', output, output] };
	const child = start(command, args.map(String), settings);
	closeSync(output);
	let problem;
	const ended = new Promise((done) => {
		child.once('error', (error) => done((problem = error.message)));
		child.once('exit', (code) => done((problem ??= `it ended with ${code}`)));
	});
	return {
		async stop(signal) {
			if (problem === undefined) child.kill(signal);
			await ended;
		},
		async until(isReady) {
			const deadline = Date.now() + START_SECONDS * 1000;
			while (!(await isReady())) {
				if (problem === undefined && Date.now() < deadline) await wait(100);
				else throw new Error(`${command}: ${problem ?? 'no answer'}\n${readFileSync(log)}`);
			}
		},
	};
}

function works(command, args, options) {
	try {
		execFileSync(command, args.map(String), { ...options, stdio: 'ignore' });
		return true;
	} catch {
		return false;
	}
}

/** What Redis says to a command, or nothing when it is not there. */
function ask(port, command) {
	return new Promise((done) => {
		const socket = connect(port, '127.0.0.1', () => socket.write(`${command}\r\n`));
		socket.setTimeout(5000, () => socket.destroy());
		socket.once('error', () => done(undefined));
		socket.once('close', () => done(undefined));
		socket.once('data', (data) => {
			done(String(data).trim());
			socket.destroy();
		});
	});
}

module.exports = { startServers, variablesFor };
