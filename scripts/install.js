/*
 * `npm start` and `npm test` work on a fresh clone. npm's own pre-scripts cannot bring in what is
 * missing, because .npmrc switches lifecycle scripts off (a dependency of the lint rules refuses
 * every installation by npm in its preinstall script). So the commands call this file first.
 *
 * It uses nothing but Node, since it runs before anything is installed.
 */
require('./checkNode');
const { existsSync, lstatSync, readFileSync, rmSync } = require('node:fs');
const { join, resolve } = require('node:path');
const { notWritable, report } = require('../demo/explain');
const { requireFreeSpace, requireWritable } = require('./disk');
const { takeLock } = require('./lock');
const { npm, requireCache } = require('./npm');
const { interruptedBy } = require('./processes');

/** Since then npm reads a lock file without addresses. */
const OLDEST_NPM = 9;

/** Milliseconds; without a network npm's own settings let it try for minutes before it says so. */
const SOON = ['--fetch-retries=1', '--fetch-retry-mintimeout=1000', '--fetch-timeout=10000'];

const packageFolder = resolve(__dirname, '..');

function readPackages(file) {
	try {
		return JSON.parse(readFileSync(file, 'utf8')).packages || {};
	} catch (error) {
		if (error.code !== 'ENOENT' && !(error instanceof SyntaxError)) throw error;
		return undefined;
	}
}

/**
 * npm writes node_modules/.package-lock.json as the last step of an installation and removes it
 * with the folder before a new one, so it says what is really there. Comparing it with the lock
 * file also accepts an installation done by hand and refuses one that was interrupted.
 */
function isInstalled(folder) {
	const wanted = lockedPackages(folder);
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
	const found = lstatSync(folder, { throwIfNoEntry: false });
	if (!found || !found.isSymbolicLink()) return;
	throw new Error(`${folder} is a link. Remove it, or install where it leads to.`);
}

const lockedPackages = (folder) => readPackages(join(folder, 'package-lock.json'));

/** What npm itself would only find out, or would hang on, in the middle of the work. */
async function checkNpm(folder) {
	const ask = async (...args) => (await npm(args, { folder })).trim();
	const version = await ask('--version');
	if (Number.parseInt(version, 10) < OLDEST_NPM) {
		throw new Error(
			`This needs npm ${OLDEST_NPM} or newer, and this is npm ${version}. Update it ` +
				'(npm install -g npm) and try again.',
		);
	}
	requireWritable(folder, notWritable);
	await requireCache(folder);
	// Offline, an installation would try each of its packages before it says so.
	const [path, { version: any }] = Object.entries(lockedPackages(folder))[1];
	await ask('view', `${path.replace('node_modules/', '')}@${any}`, 'version', ...SOON);
}

/**
 * Installs what the lock file of `folder` lists, unless it is there already.
 *
 * @param {object} [options]
 * @param {string} [options.folder] holds package.json and package-lock.json; default: this package
 * @param {string} [options.name] what the terminal calls it
 * @param {string} [options.duration] how long it usually takes, for the terminal
 * @param {number} [options.megabytes] what it needs on the disk
 * @param {string[]} [options.extraArguments] for npm, e.g. `--legacy-peer-deps`
 * @returns {Promise<{ installed: boolean, seconds: number }>} whether it had to install
 */
async function ensureInstalled({
	folder = packageFolder,
	name = 'development tools',
	duration = 'about a minute',
	megabytes = 600,
	extraArguments = [],
} = {}) {
	if (isInstalled(folder)) return { installed: false, seconds: 0 };
	refuseLink(join(folder, 'node_modules'));

	const started = Date.now();
	const packages = Object.keys(lockedPackages(folder)).length - 1;
	process.stdout.write(`Installing ${name}: ${packages} packages, ${duration} ... `);
	let lock;
	try {
		await checkNpm(folder);
		await requireFreeSpace(folder, megabytes);
		lock = takeLock(
			join(packageFolder, '.demo', 'installing.json'),
			(pid) =>
				`Process ${pid} is installing packages already. Wait until it is done, then try again.`,
		);
		// npm empties the folder piece by piece, and this would speak for what is gone already.
		rmSync(join(folder, 'node_modules', '.package-lock.json'), { force: true });
		// A NODE_ENV of production would leave out the very tools this is about.
		const fixed = [
			'ci',
			'--ignore-scripts',
			'--include=dev',
			'--no-audit',
			'--no-fund',
			'--loglevel=error',
		];
		await npm([...fixed, ...extraArguments], { folder });
	} catch (error) {
		if (!interruptedBy()) process.stdout.write('failed\n');
		throw error;
	} finally {
		if (lock) lock.release();
	}
	const seconds = Math.round((Date.now() - started) / 1000);
	process.stdout.write(`done in ${seconds} s\n`);
	return { installed: true, seconds };
}

module.exports = { ensureInstalled, isInstalled, packageFolder };

if (require.main === module) ensureInstalled().catch(report);
