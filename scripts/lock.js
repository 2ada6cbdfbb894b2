/** Who works on something that only one process may work on. Uses nothing but Node. */
const { execFileSync } = require('node:child_process');
const { mkdirSync, readFileSync, rmSync, writeFileSync } = require('node:fs');
const { dirname } = require('node:path');

/**
 * The command line of a process, on Windows only its program; empty when there is no such process.
 *
 * @param {number} pid
 */
function commandOf(pid) {
	try {
		// A slim container has no ps.
		if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
		const [command, ...args] =
			process.platform === 'win32'
				? ['tasklist', '/nh', '/fo', 'csv', '/fi', `pid eq ${pid}`]
				: ['ps', '-o', 'command=', '-p', String(pid)];
		const output = execFileSync(command, args, {
			encoding: 'utf8',
			stdio: ['ignore', 'pipe', 'ignore'],
		});
		return process.platform === 'win32' ? (/^"([^"]+)"/.exec(output)?.[1] ?? '') : output.trim();
	} catch {
		return '';
	}
}

function read(file) {
	try {
		return JSON.parse(readFileSync(file, 'utf8'));
	} catch {
		return {};
	}
}

/**
 * Takes `file` as a lock. One that a dead process has left behind counts for nothing: process
 * numbers are used again, so the command line has to be the same too.
 *
 * @param {string} file
 * @param {(pid: number) => string} refusal what to say when somebody else has it
 * @returns `left`, what a dead process noted; `note(values)` for whoever comes after our own death;
 * `release()`
 */
function takeLock(file, refusal) {
	const own = { pid: process.pid, command: commandOf(process.pid) };
	mkdirSync(dirname(file), { recursive: true });
	const left = read(file);
	const isTaken = left.pid && left.pid !== own.pid && commandOf(left.pid) === left.command;
	if (isTaken) throw new Error(refusal(left.pid));

	rmSync(file, { force: true });
	const write = (values, flag) =>
		writeFileSync(file, JSON.stringify({ ...values, ...own }), { flag });
	try {
		write({}, 'wx');
	} catch (error) {
		if (error.code === 'EEXIST') throw new Error(refusal(read(file).pid), { cause: error });
		throw error;
	}
	return {
		left,
		note: (values) => write(values),
		release: () => rmSync(file, { force: true }),
	};
}

module.exports = { commandOf, takeLock };
