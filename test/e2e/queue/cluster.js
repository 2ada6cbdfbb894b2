const { mkdtempSync, readFileSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { startDemo } = require('../../../demo/demo');
const { endTree } = require('../../../scripts/processes');
const { startServers } = require('./servers');

/**
 * Shorter than usual, so that a lost worker is noticed within half a minute instead of two, and
 * long enough that a busy machine does not make a worker look lost.
 */
const LOST = {
	QUEUE_WORKER_LOCK_DURATION: '20000',
	QUEUE_WORKER_LOCK_RENEW_TIME: '2000',
	QUEUE_WORKER_STALLED_INTERVAL: '3000',
};

/**
 * n8n in queue mode: Redis, PostgreSQL, a main process and two workers.
 *
 * @param {(undo: () => Promise<void>) => void} onStart told what undoes each step, before the next one
 * @returns what `startDemo` gives, with `workers`, and `startWorker(name)`
 */
async function startCluster(onStart) {
	const folder = mkdtempSync(join(tmpdir(), 'e2e-n8n-queue-'));
	onStart(async () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
	const environment = { ...(await startServers(onStart)), ...LOST };
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
			async lose() {
				endTree(pid, 'SIGKILL');
				await ended;
			},
		};
	}

	const workers = await Promise.all(['worker-1', 'worker-2'].map(startWorker));
	return Object.assign(demo, { workers, startWorker });
}

function begunIn(log) {
	return [...log.matchAll(/Worker started execution (\d+)/g)].map(([, id]) => id);
}

module.exports = { startCluster };
