const { createHmac } = require('node:crypto');
const { readdirSync, readFileSync, rmSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { runCommand } = require('./n8n');
const { cloneFolder } = require('./state');

const examplesFolder = join(cloneFolder, 'examples');

/** The examples in the order of their names, each with its file and its content. */
function readExamples() {
	return readdirSync(examplesFolder)
		.filter((file) => file.endsWith('.json'))
		.sort()
		.map((file) => {
			const workflow = JSON.parse(readFileSync(join(examplesFolder, file), 'utf8'));
			return { file, id: workflow.id, name: workflow.name, workflow };
		});
}

/**
 * Imports the credentials and the examples by n8n's own commands. Both have fixed ids, so an
 * import replaces what an earlier one made. Only what changed is imported: a second start is
 * quick, and what the user changed in an example stays.
 */
async function provision(state, ports, n8n, { credentials, examples, environment }) {
	const { imported, encryptionKey } = state.values;
	// Keyed, because the file must not reveal a short token.
	const hash = (value) =>
		createHmac('sha256', encryptionKey).update(JSON.stringify(value)).digest('hex');

	const changedCredentials = credentials.filter((one) => imported[one.id] !== hash(one));
	await importAs('credentials', changedCredentials);
	for (const one of changedCredentials) imported[one.id] = hash(one);

	const changedExamples = examples.filter((one) => imported[one.id] !== hash(one.workflow));
	await importAs(
		'workflow',
		changedExamples.map(({ workflow }) => workflow),
	);
	for (const one of changedExamples) imported[one.id] = hash(one.workflow);
	state.save();

	async function importAs(what, entries) {
		if (entries.length === 0) return;
		const file = join(state.folder, `import-${what}.json`);
		try {
			writeFileSync(file, JSON.stringify(entries), { mode: 0o600 });
			await runCommand(state, ports, n8n, [`import:${what}`, `--input=${file}`], environment);
		} finally {
			// It contains tokens in plain text.
			rmSync(file, { force: true });
		}
	}
}

/** An example that the user deleted in the editor is imported again. */
async function restoreExamples(api, examples) {
	for (const { id, workflow } of examples) {
		const present = await api.request('GET', `/workflows/${id}`).catch(() => undefined);
		if (!present) await api.request('POST', '/workflows', workflow);
	}
}

module.exports = { provision, readExamples, restoreExamples };
