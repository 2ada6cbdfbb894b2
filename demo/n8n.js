const { closeSync, existsSync, mkdirSync, openSync, readFileSync } = require('node:fs');
const { delimiter, dirname, join } = require('node:path');
const { setTimeout: wait } = require('node:timers/promises');
const { end, interruptedBy, run, start, throwIfInterrupted } = require('../scripts/processes');
const { explainN8nCommand, explainN8nEnd } = require('./explain');

/** Settings of this user's other n8n installations, and tokens no workflow needs to see. */
const NOT_FOR_N8N =
	/^(N8N_|DB_|QUEUE_|EXECUTIONS_|GENERIC_|CREDENTIALS_|WEBHOOK_URL|LOX24_|VOIPNOW_|npm_|NODE_FUNCTION_|NODE_ENV|NODE_PATH)/;

const START_SECONDS = 180;

/** n8n on this machine only, in its own folder, without telemetry. */
function environment(state, ports, n8n, more = {}) {
	const { owner, encryptionKey } = state.values;
	const own = Object.entries(process.env).filter(([name]) => !NOT_FOR_N8N.test(name));
	return {
		...Object.fromEntries(own),
		PATH: [dirname(n8n.binary), process.env.PATH].join(delimiter),
		// The sandbox is on this machine: a proxy of the company network must not be asked for it.
		NO_PROXY: [process.env.NO_PROXY, '127.0.0.1', 'localhost'].filter(Boolean).join(','),
		// Otherwise times in the examples are those of New York.
		GENERIC_TIMEZONE: Intl.DateTimeFormat().resolvedOptions().timeZone,
		N8N_USER_FOLDER: state.folder,
		...temporary(state.folder),
		N8N_ENCRYPTION_KEY: encryptionKey,
		N8N_PORT: String(ports.n8n),
		N8N_HOST: '127.0.0.1',
		N8N_LISTEN_ADDRESS: '127.0.0.1',
		N8N_EDITOR_BASE_URL: `http://127.0.0.1:${ports.n8n}`,
		N8N_SECURE_COOKIE: 'false',
		N8N_RUNNERS_BROKER_PORT: String(ports.broker),
		N8N_INSTANCE_OWNER_MANAGED_BY_ENV: 'true',
		N8N_INSTANCE_OWNER_EMAIL: owner.email,
		N8N_INSTANCE_OWNER_FIRST_NAME: 'Demo',
		N8N_INSTANCE_OWNER_LAST_NAME: 'User',
		N8N_INSTANCE_OWNER_PASSWORD_HASH: owner.passwordHash,
		N8N_DIAGNOSTICS_ENABLED: 'false',
		N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
		N8N_VERSION_NOTIFICATIONS_WHATS_NEW_ENABLED: 'false',
		N8N_TEMPLATES_ENABLED: 'false',
		N8N_DYNAMIC_BANNERS_ENABLED: 'false',
		N8N_HIRING_BANNER_ENABLED: 'false',
		N8N_PERSONALIZATION_ENABLED: 'false',
		N8N_LICENSE_AUTO_RENEW_ENABLED: 'false',
		N8N_VERIFIED_PACKAGES_ENABLED: 'false',
		N8N_GRACEFUL_SHUTDOWN_TIMEOUT: '10',
		N8N_DISABLED_MODULES: unwantedModules(n8n).join(','),
		N8N_LOG_OUTPUT: 'console',
		N8N_LOG_LEVEL: 'info',
		NO_COLOR: '1',
		...more,
	};
}

/** What n8n and its task runner leave there goes with everything else. */
function temporary(folder) {
	const path = join(folder, 'tmp');
	mkdirSync(path, { recursive: true });
	return { TEMP: path, TMP: path, TMPDIR: path };
}

/** What would ask a server of n8n's; an n8n that does not know one of the names refuses to start. */
function unwantedModules(n8n) {
	const modules = join(n8n.folder, 'node_modules', 'n8n', 'dist', 'modules');
	return ['mcp-registry'].filter((name) => existsSync(join(modules, name)));
}

/**
 * Runs one command of n8n's command line, such as `import:workflow`.
 *
 * @param {Record<string, string>} [more] variables besides those of the demo
 */
async function runCommand(state, ports, n8n, args, more) {
	try {
		const { stdout } = await run(n8n.binary, [n8n.command, ...args], {
			// Whether it worked, they say at this level only.
			env: environment(state, ports, n8n, { ...more, N8N_LOG_LEVEL: 'info' }),
			cwd: state.folder,
		});
		// n8n's commands exit with code 0 even if they failed.
		if (!/Successfully/.test(stdout)) throw new Error(stdout);
	} catch (error) {
		throw explainN8nCommand(error, args[0]);
	}
}

/**
 * Starts n8n and waits until it answers.
 *
 * @param {(pid: number) => void} onSpawn told before the wait, for whoever cleans up
 * @param {Record<string, string>} [more] variables besides those of the demo
 * @param {'start' | 'worker' | 'webhook'} [command] in queue mode, the other processes
 * @returns {Promise<{ url: string, log: string, pid: number, ended: Promise<void>, stop(): Promise<void> }>}
 */
async function startN8n(state, ports, n8n, onSpawn, more, command = 'start') {
	const log = join(state.folder, 'n8n.log');
	const output = openSync(log, 'w', 0o600);
	const child = start(n8n.binary, [n8n.command, command], {
		env: environment(state, ports, n8n, more),
		cwd: state.folder,
		stdio: ['ignore', output, output],
	});
	closeSync(output);
	if (child.pid) onSpawn(child.pid);
	const ended = new Promise((done) => {
		child.once('error', done);
		child.once('exit', () => done());
	});
	let running = true;
	void ended.then(() => (running = false));

	const stop = async () => {
		if (!running) return;
		await end(child);
		await ended;
	};

	const url = `http://127.0.0.1:${ports.n8n}`;
	const deadline = Date.now() + START_SECONDS * 1000;
	while (!(await isReady(url, command))) {
		if (!running || interruptedBy() || Date.now() > deadline) {
			await stop();
			throwIfInterrupted();
			throw explainN8nEnd(readFileSync(log, 'utf8'), { log, seconds: START_SECONDS });
		}
		await wait(200);
	}
	return { url, log, pid: child.pid, ended, stop };
}

/** Older versions say that they are ready before they know their own addresses. */
async function isReady(url, command) {
	if (!(await answers(`${url}/healthz/readiness`))) return false;
	return command !== 'start' || (await answers(`${url}/rest/settings`));
}

async function answers(url) {
	try {
		return (await fetch(url)).ok;
	} catch {
		return false;
	}
}

module.exports = { runCommand, startN8n };
