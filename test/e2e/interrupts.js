/*
 * node test/e2e/interrupts.js: Ctrl-C at each stage of `npm start` on a fresh clone. The demo ends
 * at once, nothing is left behind, and the next start goes on from there.
 */
const assert = require('node:assert/strict');
const { spawn } = require('node:child_process');
const { randomUUID } = require('node:crypto');
const { once } = require('node:events');
const { readdirSync } = require('node:fs');
const { join } = require('node:path');
const { setTimeout: wait } = require('node:timers/promises');
const { createChecks } = require('./checks');
const { freshClone } = require('./interrupts/clone');
const { processesOf, unfinished } = require('./interrupts/left');
const { busyRegistry } = require('./interrupts/registry');

/** Three seconds are promised; a busy machine gets more before it counts as a fault. */
const LIMIT = 10_000;
const PAUSE = 50;

/** What Node and npm keep there for themselves. */
const CACHES = /^(node-compile-cache|\.v8flags.*)$/;

/** A terminal sends Ctrl-C to npm and to all that it has started; `kill` names one process. */
const ctrlC = ({ pid }) => process.kill(-pid, 'SIGINT');
const kill = (signal) => (child) => child.kill(signal);

/**
 * In the order of the start. `given`: what is there before it; `child`: what runs when it is
 * interrupted; `beside`: a check while it runs.
 *
 * @typedef {ReturnType<typeof import('./interrupts/clone').freshClone>} Clone
 * @typedef {{ line: string, by(child: any): void, child?: RegExp, asksRegistry?: boolean,
 * given?(clone: Clone): void, beside?(clone: Clone, environment: NodeJS.ProcessEnv): Promise<void> }} Stage
 * @type {Stage[]}
 */
const STAGES = [
	{ line: 'Installing development tools', asksRegistry: true, by: ctrlC },
	{
		line: 'Building and packing',
		child: /gulp/,
		by: kill('SIGTERM'),
		given: (clone) => clone.installTools(),
	},
	{ line: 'Installing n8n', asksRegistry: true, by: kill('SIGHUP') },
	{
		line: 'Compiling the database driver',
		child: /setInterval/,
		by: kill('SIGTERM'),
		given: (clone) => clone.installUncompiled(),
	},
	{
		line: 'Putting package and credentials',
		child: /import:/,
		by: ctrlC,
		given: (clone) => clone.installN8n(),
	},
	{ line: 'Starting n8n', child: /n8n start/, by: kill('SIGTERM') },
	{ line: 'The first workflow', by: ctrlC },
	{ line: 'The editor stays open', by: ctrlC, beside: refusesSecond },
];

async function main() {
	const started = Date.now();
	const checks = createChecks();
	const clone = freshClone();
	const registry = await busyRegistry(clone.folder);
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
			stage.given?.(clone);
			await checks.check(`interrupted at "${stage.line}"`, () =>
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
async function interrupt(stage, { clone, environment, mark, registry }) {
	const { line, child, asksRegistry, by, beside } = stage;
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
	try {
		const isBusy = registry.isBusy();
		const isThere = () =>
			output.includes(line) && (!child || processesOf(mark).some((one) => child.test(one.command)));
		while (!isThere()) {
			assert.equal(demo.exitCode, null, `it ended before it came to this:\n${output}`);
			await Promise.race([wait(PAUSE), ended]);
		}
		if (asksRegistry) await Promise.race([isBusy, ended]);
		await beside?.(clone, environment);

		const from = Date.now();
		by(demo);
		const isLate = (await Promise.race([ended, wait(LIMIT, 'late', { ref: false })])) === 'late';
		const left = processesOf(mark).map((one) => one.command);
		assert.deepEqual(left, [], `processes after ${(Date.now() - from) / 1000} s`);
		assert.ok(!isLate, 'its output is still open');
		console.log(`      ended after ${((Date.now() - from) / 1000).toFixed(1)} s`);

		const afterwards = output.split('Stopping ...')[1];
		assert.match(afterwards, /^\s*(Stopped n8n and the sandbox\.\s*)?$/);
		const { folder, temporary } = clone;
		assert.deepEqual(unfinished(join(folder, '.demo')), [], 'files that are left');
		const files = readdirSync(temporary).filter((name) => !CACHES.test(name));
		assert.deepEqual(files, [], 'temporary files that are left');
	} finally {
		for (const { pid } of processesOf(mark)) process.kill(pid, 'SIGKILL');
	}
}

/** Two n8n on one database would damage it. */
async function refusesSecond(clone, environment) {
	const second = spawn(process.execPath, ['demo/start.js'], {
		cwd: clone.folder,
		env: environment,
		stdio: ['ignore', 'ignore', 'pipe'],
	});
	let output = '';
	second.stderr.setEncoding('utf8').on('data', (chunk) => (output += chunk));
	assert.deepEqual(await once(second, 'close'), [1, null]);
	assert.match(
		output,
		/^\s*The demo is running already: http\S+ \(process \d+\)\. End it with [^\n]+\n$/,
	);
}

main()
	.then((code) => (process.exitCode = code))
	.catch((error) => {
		console.error(error);
		process.exitCode = 1;
	});
