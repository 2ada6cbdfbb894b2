const { execFileSync } = require('node:child_process');
const { readFileSync, rmSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { setTimeout: wait } = require('node:timers/promises');
const { endGroup } = require('./processes');

const PATIENCE = { seconds: 15, pause: 200 };

function ps(pid, column) {
	try {
		return execFileSync('ps', ['-o', column, '-p', String(pid)], {
			encoding: 'utf8',
			stdio: ['ignore', 'pipe', 'ignore'],
		});
	} catch {
		return '';
	}
}

/** Process numbers are used again, so a number alone does not say whose it is. */
const commandOf = (pid) => ps(pid, 'command=');

/**
 * Two n8n on one database damage it, so a user folder belongs to one demo at a time. An n8n that
 * an earlier demo left behind, because it was killed, is ended.
 *
 * @returns `noteN8n(pid)` writes down what would be left behind; `release()` gives the folder back
 */
async function lockDemo(state, n8nCommand) {
	const file = join(state.folder, 'running.json');
	const { pid, n8nPid } = read(file);
	if (pid && pid !== process.pid && /node.*(demo|e2e)/.test(commandOf(pid))) {
		throw new Error(
			`The demo is running already: http://127.0.0.1:${state.values.ports.n8n} ` +
				`(process ${pid}). End it with Ctrl-C in its terminal first.`,
		);
	}
	if (n8nPid) await endLeftOver(n8nPid, n8nCommand);

	const write = (values) => writeFileSync(file, JSON.stringify(values));
	write({ pid: process.pid });
	return {
		noteN8n: (started) => write({ pid: process.pid, n8nPid: started }),
		release: () => rmSync(file, { force: true }),
	};
}

/** A process that is ending has no command line any more; a zombie is gone for our purpose. */
function isAlive(pid) {
	const state = ps(pid, 'stat=').trim();
	return state !== '' && !state.startsWith('Z');
}

async function endLeftOver(pid, n8nCommand) {
	if (!commandOf(pid).includes(n8nCommand)) return;
	endGroup(pid, 'SIGTERM');
	for (let waited = 0; isAlive(pid) && waited < PATIENCE.seconds * 1000; waited += PATIENCE.pause) {
		await wait(PATIENCE.pause);
	}
	if (isAlive(pid)) endGroup(pid, 'SIGKILL');
}

function read(file) {
	try {
		return JSON.parse(readFileSync(file, 'utf8'));
	} catch {
		return {};
	}
}

module.exports = { lockDemo };
