/*
 * node test/e2e/interrupts.js: Ctrl-C at each stage of `npm start` on a fresh clone. The demo ends
 * at once, nothing is left behind, and the next start goes on from there.
 */
const assert = require('node:assert/strict');
const { spawn } = require('node:child_process');
const { randomUUID } = require('node:crypto');
const { once } = require('node:events');
const { existsSync, readdirSync } = require('node:fs');
const { createServer } = require('node:http');
const { join } = require('node:path');
const { setTimeout: wait } = require('node:timers/promises');
const { createChecks } = require('./checks');
const { freshClone } = require('./interrupts/clone');
const { processesOf, unfinished } = require('./interrupts/left');

/** Three seconds are promised; a busy machine gets more before it counts as a fault. */
const LIMIT = 10_000;
const PAUSE = 50;

/** What Node and npm keep there for themselves. */
const CACHES = /^(node-compile-cache|\.v8flags.*)$/;

/** A terminal sends Ctrl-C to npm and to all that it has started; `kill` names one process. */
const ctrlC = ({ pid }) => process.kill(-pid, 'SIGINT');
const kill = (signal) => (child) => child.kill(signal);

/**
 * In the order of the start; `install` happens before. `child`: what runs when it is interrupted.
 *
 * @typedef {{ line: RegExp, by(child: any): void, child?: RegExp, asksRegistry?: boolean, install?: string }} Stage
 * @type {Stage[]}
 */
const STAGES = [
	{ line: /Installing development tools/, asksRegistry: true, by: ctrlC },
	{ line: /Building and packing/, child: /gulp/, by: kill('SIGTERM'), install: 'node_modules' },
	{ line: /Installing n8n/, asksRegistry: true, by: kill('SIGHUP') },
	{
		line: /Putting package and credentials/,
		child: /import:/,
		by: ctrlC,
		install: 'demo/node_modules',
	},
	{ line: /Starting n8n/, child: /n8n start/, by: kill('SIGTERM') },
	{ line: /The first workflow/, by: ctrlC },
	{ line: /The editor stays open/, by: ctrlC },
];

async function main() {
	const started = Date.now();
	const checks = createChecks();
	const clone = freshClone();
	const registry = await silentRegistry();
	const mark = `INTERRUPTS=${randomUUID()}`;
	const environment = {
		...process.env,
		HOME: clone.home,
		TMPDIR: clone.temporary,
		npm_config_registry: registry.url,
		INTERRUPTS: mark.split('=')[1],
	};
	try {
		for (const stage of STAGES) {
			if (stage.install) clone.install(stage.install);
			await checks.check(`interrupted at ${stage.line.source}`, () =>
				interrupt(stage, { clone, environment, mark, registry }),
			);
		}
	} finally {
		registry.close();
		clone.remove();
	}
	console.log(`${checks.summary()} (${Math.round((Date.now() - started) / 1000)} s)`);
	return checks.counts.failed === 0 ? 0 : 1;
}

/**
 * @param {Stage} stage
 * @param {any} started
 */
async function interrupt(
	{ line, child, asksRegistry, by },
	{ clone, environment, mark, registry },
) {
	const [command, ...args] = by === ctrlC ? ['npm', 'start'] : [process.execPath, 'demo/start.js'];
	const demo = spawn(command, args, {
		cwd: clone.folder,
		env: environment,
		detached: true,
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	let output = '';
	for (const stream of [demo.stdout, demo.stderr]) {
		stream.setEncoding('utf8').on('data', (chunk) => (output += chunk));
	}
	const ended = once(demo, 'close');
	const asked = registry.asked();
	const isThere = () =>
		line.test(output) && (!child || processesOf(mark).some((one) => child.test(one)));
	while (!isThere()) {
		assert.equal(demo.exitCode, null, `it ended before it came to this:\n${output}`);
		await Promise.race([wait(PAUSE), ended]);
	}
	if (asksRegistry) await Promise.race([asked, ended]);

	const from = Date.now();
	by(demo);
	const late = wait(LIMIT, 'late', { ref: false });
	if ((await Promise.race([ended, late])) === 'late') {
		const left = processesOf(mark);
		process.kill(-demo.pid, 'SIGKILL');
		assert.fail(`after ${LIMIT / 1000} s there are still\n${left.join('\n')}`);
	}
	console.log(`      ended after ${((Date.now() - from) / 1000).toFixed(1)} s`);
	assert.deepEqual(processesOf(mark), [], 'processes that are left');
	const afterwards = output.split('Stopping ...')[1];
	assert.match(afterwards, /^\s*(Stopped n8n and the sandbox\.\s*)?$/);
	const left = existsSync(join(clone.folder, '.demo'))
		? unfinished(join(clone.folder, '.demo'))
		: [];
	assert.deepEqual(left, [], 'files that are left');
	const temporary = readdirSync(clone.temporary).filter((name) => !CACHES.test(name));
	assert.deepEqual(temporary, [], 'temporary files that are left');
	if (process.env.DEBUG) console.log(output);
}

/** Takes every request and never responds, so that npm is busy for as long as it takes. */
async function silentRegistry() {
	const server = createServer();
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
	return {
		url: `http://127.0.0.1:${port}`,
		/** Resolves at the next request. */
		asked: () => once(server, 'request'),
		close() {
			server.closeAllConnections();
			server.close();
		},
	};
}

main()
	.then((code) => (process.exitCode = code))
	.catch((error) => {
		console.error(error);
		process.exitCode = 1;
	});
