const { spawn } = require('node:child_process');
const { mkdirSync, rmSync } = require('node:fs');
const { dirname, join } = require('node:path');
const { ensureInstalled, packageFolder } = require('./install');

/** Jest's own record of the run; `.ci/run` reads the totals from it. Git ignores the folder. */
const resultFile = join(packageFolder, '.results', 'jest.json');

async function test() {
	await ensureInstalled();

	// A record of an earlier run must not speak for one that died early.
	rmSync(resultFile, { force: true });
	mkdirSync(dirname(resultFile), { recursive: true });

	const jest = require.resolve('jest/bin/jest', { paths: [packageFolder] });
	const args = ['--json', '--outputFile', resultFile, ...process.argv.slice(2)];
	const child = spawn(process.execPath, [jest, ...args], {
		cwd: packageFolder,
		stdio: ['inherit', 'inherit', 'inherit'],
	});
	child.on('close', (code, signal) => {
		if (signal) console.error(`jest was ended by ${signal}`);
		process.exitCode = code ?? 1;
	});
}

test().catch((error) => {
	console.error(error.message);
	process.exitCode = 1;
});
