const { execFileSync } = require('node:child_process');
const { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } = require('node:fs');
const { symlinkSync, writeFileSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { dirname, join, resolve } = require('node:path');

const root = resolve(__dirname, '..', '..', '..');
const MANIFESTS = ['demo/package.json', 'demo/package-lock.json'];

/**
 * A fresh clone of what is in this working tree, with a home and a folder for temporary files of
 * its own.
 */
function freshClone() {
	const base = mkdtempSync(join(tmpdir(), 'e2e-interrupts-'));
	const folder = join(base, 'clone');
	const copy = (file) => {
		mkdirSync(dirname(join(folder, file)), { recursive: true });
		cpSync(join(root, file), join(folder, file), { force: true });
	};
	const link = (path) => {
		rmSync(join(folder, path), { recursive: true, force: true });
		symlinkSync(join(root, path), join(folder, path), 'junction');
	};
	const listed = execFileSync('git', ['ls-files', '-z', '-c', '-o', '--exclude-standard'], {
		cwd: root,
		encoding: 'utf8',
	});
	for (const file of listed.split('\0').filter(Boolean)) copy(file);
	const [home, temporary] = ['home', 'tmp'].map((name) => join(base, name));
	for (const one of [home, temporary]) mkdirSync(one);
	return {
		folder,
		home,
		temporary,
		/** As if npm had installed it: what this working tree has. */
		installTools: () => link('node_modules'),
		installN8n() {
			for (const file of MANIFESTS) copy(file);
			link('demo/node_modules');
		},
		/** An n8n that wants nothing but its database driver, and that compiles for ever. */
		installUncompiled() {
			const demo = join(folder, 'demo');
			const manifest = JSON.parse(readFileSync(join(demo, 'package.json'), 'utf8'));
			const { n8n } = manifest.dependencies;
			const scripts = { install: 'node -e "setInterval(() => {}, 1000)"' };
			const packages = {
				'node_modules/n8n': { version: n8n },
				'node_modules/sqlite3': { version: '1.0.0', hasInstallScript: true },
			};
			write(join(demo, 'package.json'), { ...manifest, dependencies: { n8n, sqlite3: '1.0.0' } });
			for (const path of Object.keys(packages)) mkdirSync(join(demo, path), { recursive: true });
			write(join(demo, 'node_modules/n8n/package.json'), { name: 'n8n', version: n8n });
			write(join(demo, 'node_modules/sqlite3/package.json'), {
				name: 'sqlite3',
				version: '1.0.0',
				scripts,
			});
			for (const lock of ['package-lock.json', 'node_modules/.package-lock.json'])
				write(join(demo, lock), { lockfileVersion: 3, packages });
			const node = `demo/node_modules/node-${process.platform}-${process.arch}`;
			link(node);
		},
		remove: () => rmSync(base, { recursive: true, force: true, maxRetries: 3 }),
	};
}

const write = (file, content) => writeFileSync(file, JSON.stringify(content));

module.exports = { freshClone };
