const { createHash } = require('node:crypto');
const { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } = require('node:fs');
const { writeFileSync } = require('node:fs');
const { join, relative } = require('node:path');
const { npm, requireCache } = require('../scripts/npm');
const { run } = require('../scripts/processes');
const { explainBuild } = require('./explain');
const { cloneFolder, demoFolder } = require('./state');

/** Sources of the packed package. */
const SOURCES = [
	...['nodes', 'credentials', 'icons', 'gulpfile.js', 'tsconfig.json'],
	...['package.json', 'README.md', 'LICENSE'],
];

function filesOf(path) {
	if (!existsSync(path)) return [];
	if (!statSync(path).isDirectory()) return [path];
	return readdirSync(path)
		.sort()
		.flatMap((name) => filesOf(join(path, name)));
}

/** Changes with the content of any source; file times say nothing after a git checkout. */
function hashSources() {
	const hash = createHash('sha256');
	for (const file of SOURCES.flatMap((name) => filesOf(join(cloneFolder, name)))) {
		hash
			.update(`${relative(cloneFolder, file)}\0`)
			.update(readFileSync(file))
			.update('\0');
	}
	return hash.digest('hex');
}

/**
 * Builds the package and packs it as it would be published, unless that was done already for
 * just these sources.
 *
 * @returns {Promise<{ name: string, version: string, tarball: string, hash: string }>}
 */
async function packPackage({ step }) {
	const { name, version } = JSON.parse(readFileSync(join(cloneFolder, 'package.json'), 'utf8'));
	const hash = hashSources();
	const folder = join(demoFolder, 'package');
	const tarball = join(folder, `${name}-${version}.tgz`);
	const marker = join(folder, 'hash');
	const packed = { name, version, tarball, hash };
	const known = existsSync(marker) && existsSync(tarball) && readFileSync(marker, 'utf8') === hash;
	if (known) return packed;

	await step('Building and packing the package', async () => {
		rmSync(folder, { recursive: true, force: true });
		mkdirSync(folder, { recursive: true });
		await requireCache(cloneFolder);
		await build();
		await npm(['pack', '--pack-destination', folder, '--ignore-scripts'], { folder: cloneFolder });
		writeFileSync(marker, hash);
	});
	return packed;
}

async function build() {
	const gulp = join(cloneFolder, 'node_modules', 'gulp', 'bin', 'gulp.js');
	try {
		await run(process.execPath, [gulp, 'build'], { cwd: cloneFolder });
	} catch (error) {
		throw explainBuild(error);
	}
}

module.exports = { packPackage };
