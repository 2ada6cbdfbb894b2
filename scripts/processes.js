/*
 * The processes that a command of ours starts, and how Ctrl-C ends all of them. Uses nothing but
 * Node, since it runs before anything is installed.
 */
const { spawn, spawnSync } = require('node:child_process');
const { setTimeout: wait } = require('node:timers/promises');

const isWindows = process.platform === 'win32';

const SIGNALS = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 };

/** Milliseconds; whoever has pressed Ctrl-C waits three seconds for everything together. */
const HURRIED = 800;
const PATIENT = 15_000;
const PAUSE = 50;

/** What running work is rejected with after Ctrl-C. */
class Interrupted extends Error {
	/** @param {keyof SIGNALS} signal */
	constructor(signal) {
		super('Stopped.');
		this.exitCode = SIGNALS[signal];
	}
}

/** @type {Set<import('node:child_process').ChildProcess>} what has been started and not ended */
const started = new Set();
/** @type {Set<import('node:child_process').ChildProcess>} those of them that only do a job */
const jobs = new Set();
/** @type {Interrupted | undefined} */
let interrupted;
let reject;
/** Never fulfilled; rejected by the first Ctrl-C. */
const interruption = new Promise((_done, fail) => (reject = fail));
interruption.catch(() => {});

function throwIfInterrupted() {
	if (interrupted) throw interrupted;
}

/**
 * From now on Ctrl-C, SIGTERM and a closed terminal end what `run` has started and reject what waits
 * in `interruptible`. Whoever started something else ends it on the way out.
 *
 * @returns {() => void} lets them do again what they did before
 */
function onInterrupt() {
	/** @type {[string, () => void][]} */
	const listeners = Object.keys(SIGNALS).map((signal) => [signal, () => interrupt(signal)]);
	for (const [signal, listener] of listeners) process.on(signal, listener);
	return () => {
		for (const [signal, listener] of listeners) process.off(signal, listener);
	};
}

/** A second Ctrl-C changes nothing: killing n8n halfway could damage its database. */
function interrupt(signal) {
	if (interrupted) return;
	interrupted = new Interrupted(signal);
	// The terminal may be gone already.
	process.stdout.on('error', () => {});
	process.stdout.write('\nStopping ...\n');
	for (const child of jobs) void end(child);
	reject(interrupted);
}

/** What `work` gives, unless Ctrl-C comes first. */
const interruptible = (work) => Promise.race([work, interruption]);

/** Waits for the end of `work`, after Ctrl-C not for long. */
const inTime = (work) =>
	interrupted ? Promise.race([work, wait(HURRIED, undefined, { ref: false })]) : work;

/**
 * Starts a process with a group of its own: Ctrl-C reaches only us, and we can end it with
 * everything it starts. It ends with us at the latest.
 */
function start(command, args, options) {
	throwIfInterrupted();
	const child = spawn(command, args, { detached: !isWindows, windowsHide: true, ...options });
	started.add(child);
	child.once('error', () => started.delete(child));
	child.once('exit', () => started.delete(child));
	return child;
}

process.on('exit', () => {
	for (const { pid } of started) if (pid) endTree(pid, 'SIGKILL');
});

/**
 * Runs a command to its end, and hands back its output. If it fails, the error has `stdout` and
 * `stderr` too.
 *
 * @returns {Promise<{ stdout: string, stderr: string }>}
 */
async function run(command, args, options) {
	const child = start(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
	const stopListening = onInterrupt();
	const output = { stdout: '', stderr: '' };
	for (const name of ['stdout', 'stderr']) {
		child[name].setEncoding('utf8').on('data', (chunk) => (output[name] += chunk));
	}
	jobs.add(child);
	let ended;
	try {
		ended = await new Promise((done, fail) => {
			child.once('error', fail);
			child.once('close', (code, signal) => done(signal ?? code));
		});
	} finally {
		jobs.delete(child);
		stopListening();
	}
	throwIfInterrupted();
	if (ended === 0) return output;
	const reason = typeof ended === 'string' ? `was ended by ${ended}` : `ended with code ${ended}`;
	throw Object.assign(new Error(`${[command, ...args].join(' ')} ${reason}`), output);
}

/**
 * Ends a process with everything it started. What outlives the head of its group gets no patience.
 *
 * @param {{ pid?: number, exitCode?: number | null, signalCode?: string | null }} child
 * @param {() => boolean} [isAlive] for a process that is not our child
 */
async function end(child, isAlive = () => child.exitCode === null && child.signalCode === null) {
	const { pid } = child;
	if (!pid) return;
	const deadline = Date.now() + (interrupted ? HURRIED : PATIENT);
	endTree(pid, 'SIGTERM');
	while (isAlive() && Date.now() < deadline) await wait(PAUSE);
	endTree(pid, 'SIGKILL');
}

/**
 * @param {number} pid the head of a group
 * @param {'SIGTERM' | 'SIGKILL'} signal
 */
function endTree(pid, signal) {
	if (isWindows) {
		// It has neither groups nor a signal that a process could heed.
		spawnSync('taskkill', ['/pid', String(pid), '/T', '/F'], { windowsHide: true });
		return;
	}
	try {
		process.kill(-pid, signal);
	} catch (error) {
		// EPERM is what macOS says of a group that has only zombies left.
		if (error.code !== 'ESRCH' && error.code !== 'EPERM') throw error;
	}
}

module.exports = {
	end,
	endTree,
	inTime,
	interruptible,
	interruption,
	interruptedBy: () => interrupted,
	onInterrupt,
	run,
	start,
	throwIfInterrupted,
};
