const { readFileSync } = require('node:fs');
const { delimiter, dirname, join } = require('node:path');
const { ensureInstalled } = require('../scripts/install');
const { npm } = require('../scripts/npm');
const { interruptedBy, run, throwIfInterrupted } = require('../scripts/processes');
const { explainSqliteBuild } = require('./explain');
const { findNode } = require('./node');

/** n8n with everything it brings, and the compiled database driver. */
const NEEDED_MEGABYTES = 3000;

const DOT_SECONDS = 10;

/**
 * Installs the n8n that the lock file of `folder` lists, with the Node it needs, unless it is
 * there. An installation that was interrupted is seen (npm's own record is missing or differs)
 * and repeated.
 *
 * @param {object} options
 * @param {ReturnType<import('./steps').terminalSteps>} options.step
 * @param {string} [options.folder] default: the one of this file
 * @returns {Promise<{ folder: string, binary: string, command: string, version: string,
 * installed: boolean }>}
 */
async function ensureN8n({ step, folder = __dirname }) {
	// Minutes without output look like a hang; the dots follow the line that says how long it
	// takes.
	const dots = setInterval(() => {
		if (!interruptedBy()) process.stdout.write('.');
	}, DOT_SECONDS * 1000);
	const { installed } = await ensureInstalled({
		folder,
		name: `n8n ${readJson(join(folder, 'package.json')).dependencies.n8n} (once)`,
		duration: 'about 2 GB, two to four minutes',
		megabytes: NEEDED_MEGABYTES,
		// legacy-peer-deps: n8n's own packages disagree about optional peers, which npm refuses.
		extraArguments: ['--legacy-peer-deps'],
	}).finally(() => clearInterval(dots));

	const node = findNode(folder);
	if (!(await sqliteLoads(folder, node))) {
		await step('Compiling the database driver of n8n (once, about a minute)', () =>
			buildSqlite(folder, node),
		);
	}
	const { version, bin } = readJson(join(folder, 'node_modules', 'n8n', 'package.json'));
	return {
		folder,
		binary: node.binary,
		command: join(folder, 'node_modules', 'n8n', bin.n8n),
		version,
		installed,
	};
}

function readJson(file) {
	return JSON.parse(readFileSync(file, 'utf8'));
}

async function sqliteLoads(folder, { binary }) {
	try {
		await run(binary, ['-e', "require('sqlite3')"], { cwd: folder });
		return true;
	} catch {
		throwIfInterrupted();
		return false;
	}
}

/**
 * Install scripts are off (see .npmrc), so the one that n8n needs runs here.
 * @param {string} folder
 * @param {{ binary: string, headers?: string }} node
 */
async function buildSqlite(folder, { binary, headers }) {
	const environment = { ...process.env };
	environment.PATH = [dirname(binary), process.env.PATH].join(delimiter);
	// Headers that match the Node above; without them node-gyp would download some.
	if (headers) environment.npm_config_nodedir = headers;
	const args = ['rebuild', 'sqlite3', '--ignore-scripts=false', '--loglevel=error'];
	try {
		// Run by n8n's Node: node-gyp compiles for the Node that runs it.
		await npm(args, { folder, environment, node: binary });
	} catch (error) {
		throw explainSqliteBuild(error.cause);
	}
	if (!(await sqliteLoads(folder, { binary })))
		throw explainSqliteBuild(new Error('It does not load.'));
}

module.exports = { ensureN8n };
