const { randomBytes } = require('node:crypto');
const {
	existsSync,
	mkdirSync,
	readFileSync,
	renameSync,
	rmSync,
	writeFileSync,
} = require('node:fs');
const { join, resolve } = require('node:path');

const cloneFolder = resolve(__dirname, '..');

/** Everything the demo creates; git ignores it, and deleting it is the way to start over. */
const demoFolder = join(cloneFolder, '.demo');

/** Long enough for n8n's rules: eight characters, a capital letter, a digit. */
function generatePassword() {
	return `Demo-${randomBytes(6).toString('hex')}1`;
}

/**
 * What has to stay the same between two starts with one user folder: the key that the
 * credentials in the database are encrypted with, the login, the ports, and what is already
 * installed and imported.
 *
 * @param {string} folder n8n's user folder
 */
function openState(folder) {
	mkdirSync(folder, { recursive: true, mode: 0o700 });
	const file = join(folder, 'state.json');
	const values = read(file);
	values.encryptionKey ??= randomBytes(24).toString('hex');
	values.owner ??= { email: 'demo@example.com', password: generatePassword() };
	values.ports ??= {};
	values.imported ??= {};
	const database = join(folder, '.n8n', 'database.sqlite');
	// A missing database knows nothing of what this file remembers.
	if (!existsSync(database)) {
		values.imported = {};
		delete values.registered;
	}

	const state = {
		folder,
		values,
		save() {
			// A half-written file would cost the encryption key, and with it every credential.
			writeFileSync(`${file}.new`, `${JSON.stringify(values, null, '\t')}\n`, { mode: 0o600 });
			renameSync(`${file}.new`, file);
		},
		/** n8n does not go on with a new database whose migrations were cut off, so it gets another. */
		beginDatabase() {
			if (existsSync(database) && !values.isDatabaseNew) return;
			for (const end of ['', '-journal', '-shm', '-wal']) rmSync(database + end, { force: true });
			values.isDatabaseNew = true;
			state.save();
		},
		finishDatabase() {
			delete values.isDatabaseNew;
			state.save();
		},
	};
	state.save();
	return state;
}

function read(file) {
	let text;
	try {
		text = readFileSync(file, 'utf8');
	} catch {
		return {};
	}
	try {
		return JSON.parse(text);
	} catch {
		throw new Error(`${file} is damaged. Delete the folder it is in to start over.`);
	}
}

module.exports = { cloneFolder, demoFolder, openState };
