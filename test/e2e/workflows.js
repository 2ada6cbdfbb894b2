const assert = require('node:assert/strict');
const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { readExamples } = require('../../demo/provision');
const { fivePagesWorkflow } = require('./fivePages');
const { OUTPUTS } = require('./outputs');
const { assertNoObjections, assertWire } = require('./wire');

const examplesFolder = join(__dirname, '..', '..', 'examples');

/** Runs the five pages and every example through n8n and looks at both ends of the wire. */
async function checkWorkflows({ check }, { api, sandbox }) {
	await check('the five pages: what is on the wire is what the pages say', async () => {
		const workflow = fivePagesWorkflow();
		await api.request('POST', '/workflows', workflow);
		const entries = await runAndRead(workflow.id);
		assertWire(entries.entries, 'five-pages');
	});

	for (const { file, id, name } of readExamples()) {
		const key = file.replace('.json', '');
		// Examples that have a trigger or wait for somebody are in live.js.
		if (!OUTPUTS[key]) continue;
		let run;
		await check(`${file}: "${name}" runs without an error`, async () => {
			run = await runAndRead(id);
		});
		if (!run) continue;
		await check(`${file}: byte for byte on the wire`, () => assertWire(run.entries, key));
		await check(`${file}: nothing the contract objects to`, () => assertNoObjections(run.entries));
		await check(`${file}: the output`, () =>
			OUTPUTS[key]({ execution: run.execution, api, sandbox, again: () => runSuccessfully(id) }),
		);
	}

	await check('the contacts in the first workflow are those of contacts.csv', () => {
		const csv = readFileSync(join(examplesFolder, 'contacts.csv'), 'utf8').trim();
		const first = readExamples().find(({ file }) => file === 'five-endpoints.json');
		const code = first.workflow.nodes.find(({ name }) => name === 'Contacts from CSV');
		assert.ok(code.parameters.jsCode.includes(`\`${csv}\``));
	});

	async function runAndRead(id) {
		await sandbox.reset();
		sandbox.journal.clear();
		const execution = await runSuccessfully(id);
		return { execution, entries: sandbox.journal.entries() };
	}

	async function runSuccessfully(id) {
		const execution = await api.run(id);
		const { error } = execution.data.resultData;
		assert.equal(execution.status, 'success', error && `${error.message}\n${error.description}`);
		return execution;
	}
}

module.exports = { checkWorkflows };
