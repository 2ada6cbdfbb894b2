const assert = require('node:assert/strict');
const { mkdtempSync, readFileSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { setTimeout: wait } = require('node:timers/promises');
const { startDemo } = require('../../../demo/demo');
const { endTree } = require('../../../scripts/processes');
const { startServers } = require('./servers');

/** Seconds for whatever is waited for, because the machine may be busy. */
const PATIENCE = 180;

const SETTINGS = {
	// So few that one worker cannot take all that is started at once.
	N8N_CONCURRENCY_PRODUCTION_LIMIT: '5',
	// Shorter than usual, so that a lost worker is noticed within half a minute instead of two, and
	// long enough that a busy machine does not make a worker look lost.
	QUEUE_WORKER_LOCK_DURATION: '20000',
	QUEUE_WORKER_LOCK_RENEW_TIME: '2000',
	QUEUE_WORKER_STALLED_INTERVAL: '3000',
};

/**
 * n8n in queue mode: Redis, PostgreSQL, a main process, two workers and a webhook processor.
 *
 * @param {(undo: () => Promise<void>) => void} onStart told what undoes each step, before the next one
 * @returns what `startDemo` gives, with the `workers`, the `webhookUrl`, and what can happen to them
 */
async function startCluster(onStart) {
	const folder = mkdtempSync(join(tmpdir(), 'e2e-n8n-queue-'));
	onStart(async () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
	const { variables, redis } = await startServers(onStart);
	const environment = { ...variables, ...SETTINGS };
	const starting = startDemo({ folder, examples: false, environment });
	onStart(async () => await (await starting.catch(() => undefined))?.stop());
	const demo = await starting;

	async function startWorker(name) {
		const { pid, log, ended } = await demo.startBeside('worker', name);
		return {
			name,
			/** The IDs of the executions that it has begun. */
			executions: () => begunIn(readFileSync(log, 'utf8')),
			/** Its host is gone, from one moment to the next. */
			lose: () => kill(pid, ended),
		};
	}

	const [{ url: webhookUrl }, ...workers] = await Promise.all([
		demo.startBeside('webhook', 'webhook-1'),
		...['worker-1', 'worker-2'].map(startWorker),
	]);

	const { restartN8n } = demo;
	let restarts = 0;
	return Object.assign(demo, {
		workers,
		webhookUrl,
		/** The worker that has begun an execution, which may take a while. */
		async workerOf(id) {
			const found = () => workers.find((one) => one.executions().includes(id));
			return await until(found, `no worker has begun ${id}`);
		},
		/**
		 * Repeats something until both workers took part in it: which of them takes a job is chance.
		 *
		 * @param {() => Promise<string[]>} work gives the IDs of its executions
		 */
		async onBothWorkers(work) {
			const begun = new Set();
			for (let round = 0; begun.size < workers.length && round < 5; round++) {
				const ids = await work();
				for (const { name, executions } of workers)
					if (executions().some((id) => ids.includes(id))) begun.add(name);
			}
			assert.equal(begun.size, workers.length, `only ${[...begun]} did something`);
		},
		/** As an orchestrator does after a worker was lost. */
		async replaceWorker(worker, name) {
			workers[workers.indexOf(worker)] = await startWorker(name);
		},
		/** How often the main process was started again. */
		restarts: () => restarts,
		async restartN8n() {
			restarts++;
			await restartN8n();
		},
		loseMain: () => kill(demo.n8n.pid, demo.n8n.ended),
		/** Waits until the queue holds no job that somebody works at. */
		async queueIsIdle() {
			await until(async () => (await redis('LLEN bull:jobs:active')) === ':0', 'a job is active');
		},
		until,
	});
}

async function kill(pid, ended) {
	endTree(pid, 'SIGKILL');
	await ended;
}

/** Waits until `look` finds something, and gives that. */
async function until(look, complaint) {
	for (let waited = 0; waited < PATIENCE * 1000; waited += 100) {
		const found = await look();
		if (found) return found;
		await wait(100);
	}
	throw new Error(`After ${PATIENCE} seconds: ${complaint}`);
}

function begunIn(log) {
	return [...log.matchAll(/Worker started execution (\d+)/g)].map(([, id]) => id);
}

module.exports = { startCluster };
