const { readFileSync, writeFileSync } = require('node:fs');

/*
 * Measures this process, n8n's own, between two nodes. Linux keeps the highest memory use of a
 * process and lets it be reset; elsewhere memory stays unmeasured.
 */
let started;

function memoryLine(name) {
	try {
		const line = readFileSync('/proc/self/status', 'utf8').match(new RegExp(`${name}:\\s+(\\d+)`));
		return Number(line[1]) * 1024;
	} catch {
		return undefined;
	}
}

function resetPeak() {
	try {
		writeFileSync('/proc/self/clear_refs', '5');
	} catch {
		// Without it the peak is that of the whole life of the process.
	}
}

/** Starts, anew if a measurement before did not come to its end. */
function begin() {
	global.gc?.();
	resetPeak();
	started = {
		memory: memoryLine('VmRSS'),
		cpu: process.cpuUsage(),
		time: process.hrtime.bigint(),
	};
}

/** @returns milliseconds on the clock, milliseconds of processor time, bytes at the peak above the start */
function end() {
	const time = process.hrtime.bigint();
	const { user, system } = process.cpuUsage(started.cpu);
	const peak = memoryLine('VmHWM');
	const result = {
		milliseconds: Number(time - started.time) / 1e6,
		cpu: (user + system) / 1000,
		memory: peak === undefined ? undefined : peak - started.memory,
	};
	started = undefined;
	return result;
}

module.exports = { begin, end };
