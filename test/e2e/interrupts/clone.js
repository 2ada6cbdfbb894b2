const { execFileSync } = require('node:child_process');
const { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { dirname, join, resolve } = require('node:path');

const root = resolve(__dirname, '..', '..', '..');

/**
 * A fresh clone of what is in this working tree, with a home and a folder for temporary files of
 * its own.
 */
function freshClone() {
	const base = mkdtempSync(join(tmpdir(), 'e2e-interrupts-'));
	const folder = join(base, 'clone');
	const listed = execFileSync('git', ['ls-files', '-z', '-c', '-o', '--exclude-standard'], {
		cwd: root,
		encoding: 'utf8',
	});
	for (const file of listed.split('\0').filter(Boolean)) {
		mkdirSync(dirname(join(folder, file)), { recursive: true });
		cpSync(join(root, file), join(folder, file), { force: true });
	}
	const [home, temporary] = ['home', 'tmp'].map((name) => join(base, name));
	for (const one of [home, temporary]) mkdirSync(one);
	return {
		folder,
		home,
		temporary,
		/** As if npm had installed it: what this working tree has. */
		install(path) {
			rmSync(join(folder, path), { recursive: true, force: true });
			symlinkSync(join(root, path), join(folder, path), 'junction');
		},
		remove: () => rmSync(base, { recursive: true, force: true, maxRetries: 3 }),
	};
}

module.exports = { freshClone };
