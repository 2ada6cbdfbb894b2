const assert = require('node:assert/strict');
const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { outputOf } = require('../../demo/api');
const { readExamples } = require('../../demo/provision');
const { fivePagesWorkflow } = require('./fivePages');
const { assertNoObjections, assertWire } = require('./wire');

const examplesFolder = join(__dirname, '..', '..', 'examples');

/** What must come out of the last steps of each example. */
const OUTPUTS = {
	'five-endpoints': (execution) => {
		const added = outputOf(execution, '1 Add contacts to group').success;
		assert.equal(added.length, 12);
		assert.ok(added.every(({ json }) => json.success === true));
		assert.deepEqual(
			added.map(({ pairedItem }) => pairedItem.item ?? pairedItem),
			added.map((_item, index) => index),
		);
		assert.equal(outputOf(execution, '2 Change one contact').success.length, 1);
		assert.equal(
			outputOf(execution, '3 Cancel scheduled SMS').success[0].json.canceled_sms_count,
			2,
		);
		assert.equal(outputOf(execution, '4 Cancel bulk').success[0].json.status_code, 15);
		assert.equal(outputOf(execution, '5 Switch on call event').success[0].json.status, '1');
	},
	'import-contacts': (execution) => {
		assert.equal(outputOf(execution, 'In the group now').success.length, 12);
		const refused = outputOf(execution, 'To correct by hand').success.map(({ json }) => json);
		assert.deepEqual(
			refused.map(({ last_name }) => last_name),
			['Long', 'Nobody'],
		);
		assert.ok(refused.every(({ reason }) => typeof reason === 'string' && reason.length > 10));
	},
	'cancel-scheduled-sms': (execution) => {
		const [{ json }] = outputOf(execution, 'Report').success;
		assert.equal(json.report, '2 SMS and bulk da0fa78c-4699-11ea-a637-96000028b339 cancelled');
	},
	'switch-call-event': (execution) => {
		assert.equal(outputOf(execution, 'Switch call event').success[0].json.status, '1');
	},
};

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
		let run;
		await check(`${file}: "${name}" runs without an error`, async () => {
			run = await runAndRead(id);
		});
		if (!run) continue;
		await check(`${file}: byte for byte on the wire`, () => assertWire(run.entries, key));
		await check(`${file}: nothing the contract objects to`, () => assertNoObjections(run.entries));
		await check(`${file}: the output`, () => OUTPUTS[key](run.execution));
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
		const execution = await api.run(id);
		const { error } = execution.data.resultData;
		assert.equal(execution.status, 'success', error && `${error.message}\n${error.description}`);
		return { execution, entries: sandbox.journal.entries() };
	}
}

module.exports = { checkWorkflows };
