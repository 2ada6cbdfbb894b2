/*
 * Other work on the machine, for `npm test -- --busy`: processes that take all the processor time they
 * get. They end with the process that started them, however that one ends.
 */
const { spawn } = require('node:child_process');
const { availableParallelism } = require('node:os');

const BURN = 'const { ppid } = process; while (process.ppid === ppid);';

/** Twice as many as the machine has cores, at least four. */
const count = () => Math.max(4, 2 * availableParallelism());

/** @returns {() => void} ends them */
function startBurners() {
	const burners = Array.from({ length: count() }, () =>
		spawn(process.execPath, ['-e', BURN], { stdio: 'ignore' }),
	);
	console.log(`${burners.length} other processes are at full load`);
	return () => {
		for (const burner of burners) burner.kill('SIGKILL');
	};
}

module.exports = { startBurners };
