/*
 * `npm start` and `npm test` work on a fresh clone. npm's own pre-scripts cannot bring in what is
 * missing, because .npmrc switches lifecycle scripts off (a dependency of the lint rules refuses
 * every installation by npm in its preinstall script). So the commands call this file first.
 *
 * It uses nothing but Node, since it runs before anything is installed.
 */
const { spawn } = require('node:child_process');
const { existsSync, lstatSync, readFileSync } = require('node:fs');
const { join, resolve } = require('node:path');
const { npmCommand } = require('./npm');

const packageFolder = resolve(__dirname, '..');

function readPackages(file) {
	try {
		return JSON.parse(readFileSync(file, 'utf8')).packages ?? {};
	} catch {
		return undefined;
	}
}

/**
 * npm writes node_modules/.package-lock.json as the last step of an installation and removes it
 * with the folder before a new one, so it says what is really there. Comparing it with the lock
 * file also accepts an installation done by hand and refuses one that was interrupted.
 */
function isInstalled(folder) {
	const wanted = readPackages(join(folder, 'package-lock.json'));
	const present = readPackages(join(folder, 'node_modules', '.package-lock.json'));
	if (!wanted) throw new Error(`${join(folder, 'package-lock.json')} is missing or unreadable`);
	if (!present) return false;

	return Object.entries(wanted).every(([path, { version, optional, devOptional }]) => {
		if (path === '') return true;
		// Optional packages are binaries for one operating system; npm leaves out the others.
		if (!present[path]) return Boolean(optional || devOptional);
		return present[path].version === version && existsSync(join(folder, path));
	});
}

/** npm ci empties node_modules first, and through a link it would empty somebody else's. */
function refuseLink(folder) {
	if (!lstatSync(folder, { throwIfNoEntry: false })?.isSymbolicLink()) return;
	throw new Error(`${folder} is a link. Remove it, or install where it leads to.`);
}

function countPackages(folder) {
	return Object.keys(readPackages(join(folder, 'package-lock.json'))).length - 1;
}

function run(args, folder) {
	const { command, prefix, shell } = npmCommand();
	return new Promise((done, fail) => {
		const child = spawn(command, [...prefix, ...args], {
			cwd: folder,
			shell,
			stdio: ['ignore', 'pipe', 'pipe'],
		});
		let output = '';
		child.stdout.on('data', (chunk) => (output += chunk));
		child.stderr.on('data', (chunk) => (output += chunk));
		child.on('error', fail);
		child.on('close', (code) =>
			code === 0
				? done()
				: fail(new Error(`npm ${args.join(' ')} ended with code ${code}\n${output.trim()}`)),
		);
	});
}

/**
 * Installs what the lock file of `folder` lists, unless it is there already.
 *
 * @param {object} [options]
 * @param {string} [options.folder] holds package.json and package-lock.json; default: this package
 * @param {string} [options.name] what the terminal calls it
 * @param {string} [options.duration] how long it usually takes, for the terminal
 * @param {string[]} [options.extraArguments] for npm, e.g. `--legacy-peer-deps`
 * @returns {Promise<{ installed: boolean, seconds: number }>} whether it had to install
 */
async function ensureInstalled({
	folder = packageFolder,
	name = 'development tools',
	duration = 'about a minute',
	extraArguments = [],
} = {}) {
	if (isInstalled(folder)) return { installed: false, seconds: 0 };
	refuseLink(join(folder, 'node_modules'));

	const started = Date.now();
	const packages = countPackages(folder);
	process.stdout.write(`Installing ${name}: ${packages} packages, ${duration} ... `);
	try {
		// A NODE_ENV of production would leave out the very tools this is about.
		const fixed = [
			'ci',
			'--ignore-scripts',
			'--include=dev',
			'--no-audit',
			'--no-fund',
			'--loglevel=error',
		];
		await run([...fixed, ...extraArguments], folder);
	} catch (error) {
		process.stdout.write('failed\n');
		throw error;
	}
	const seconds = Math.round((Date.now() - started) / 1000);
	process.stdout.write(`done in ${seconds} s\n`);
	return { installed: true, seconds };
}

module.exports = { ensureInstalled, isInstalled, packageFolder };

if (require.main === module) {
	ensureInstalled().catch((error) => {
		console.error(error.message);
		process.exitCode = 1;
	});
}
