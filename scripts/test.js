require('./checkNode');
const { spawn } = require('node:child_process');
const { mkdirSync, rmSync } = require('node:fs');
const { dirname, join } = require('node:path');
const { report } = require('../demo/explain');
const { startBurners } = require('./burners');
const { ensureInstalled, packageFolder } = require('./install');

/** Jest's own record of the run; `.ci/run` reads the totals from it. Git ignores the folder. */
const resultFile = join(packageFolder, '.results', 'jest.json');

/** The one argument that does not go to jest. */
const BUSY = '--busy';

async function test() {
	await ensureInstalled();

	// A record of an earlier run must not speak for one that died early.
	rmSync(resultFile, { force: true });
	mkdirSync(dirname(resultFile), { recursive: true });

	const jest = require.resolve('jest/bin/jest', { paths: [packageFolder] });
	const given = process.argv.slice(2);
	const args = ['--json', '--outputFile', resultFile, ...given.filter((one) => one !== BUSY)];
	const endBurners = given.includes(BUSY) ? startBurners() : () => {};
	const child = spawn(process.execPath, [jest, ...args], {
		cwd: packageFolder,
		stdio: ['inherit', 'inherit', 'inherit'],
	});
	child.on('close', (code, signal) => {
		endBurners();
		if (signal) console.error(`jest was ended by ${signal}`);
		process.exitCode = code === null ? 1 : code;
	});
}

test().catch(report);
