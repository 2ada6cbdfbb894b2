const { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { run } = require('../scripts/processes');

/**
 * Puts the packed package where n8n's own installation of a community package would, step by
 * step as n8n 2.41.1 does it (modules/community-packages, downloadPackage), with one difference:
 * n8n takes packages from the public npm registry only, so the tarball comes from this disk.
 *
 * @param {{ name: string, version: string, tarball: string, hash: string }} packed
 */
async function placePackage(state, packed) {
	const nodesFolder = join(state.folder, '.n8n', 'nodes');
	const folder = join(nodesFolder, 'node_modules', packed.name);
	if (state.values.placed === packed.hash && existsSync(join(folder, 'package.json'))) return;

	delete state.values.placed;
	state.save();
	rmSync(folder, { recursive: true, force: true });
	mkdirSync(folder, { recursive: true });
	await run('tar', ['-xzf', packed.tarball, '-C', folder, '--strip-components=1']);
	const manifestFile = join(folder, 'package.json');
	const manifest = JSON.parse(readFileSync(manifestFile, 'utf8'));
	for (const key of ['devDependencies', 'peerDependencies', 'optionalDependencies']) {
		delete manifest[key];
	}
	writeFileSync(manifestFile, JSON.stringify(manifest, null, 2));
	writeLedger(nodesFolder, packed);

	state.values.placed = packed.hash;
	delete state.values.registered;
	state.save();
}

/** n8n's list of what it installed; it rebuilds this file when it is missing. */
function writeLedger(nodesFolder, { name, version }) {
	const ledger = { name: 'installed-nodes', private: true, dependencies: { [name]: version } };
	writeFileSync(join(nodesFolder, 'package.json'), JSON.stringify(ledger, null, 2));
}

/**
 * Makes n8n's Settings > Community nodes list the package: its rows in the database, which n8n
 * writes at the end of an installation. Runs while n8n is stopped, after its migrations. n8n loads
 * the package without them too.
 *
 * @param {{ folder: string, binary: string }} n8n whose Node has an SQLite of its own
 */
async function registerPackage(state, packed, n8n) {
	if (state.values.registered === packed.hash) return;
	const database = join(state.folder, '.n8n', 'database.sqlite');
	const folder = join(state.folder, '.n8n', 'nodes', 'node_modules', packed.name);
	const script = join(__dirname, 'registerPackage.js');
	await run(n8n.binary, ['--disable-warning=ExperimentalWarning', script, database, folder], {
		// The one thing a node may require, n8n-workflow, is n8n's and not in the package.
		env: { ...process.env, NODE_PATH: join(n8n.folder, 'node_modules') },
	});
	state.values.registered = packed.hash;
	state.save();
}

module.exports = { placePackage, registerPackage };
