const assert = require('node:assert/strict');
const { readdirSync, readFileSync } = require('node:fs');
const { join } = require('node:path');
const { call, lox24, node, to } = require('./safety/given');

const NODES = join(__dirname, '..', '..', 'nodes');

/** Folders of the action nodes, by what n8n calls these. */
const FOLDERS = { lox24: 'Lox24', voipNow: 'VoipNow' };

const id = (name) => `[data-test-id="${name}"]`;

/** The output schemas, as n8n serves them and as its editor shows them; the page is signed in. */
async function checkSchemas({ check }, { n8nUrl, api, packed }, page, picture) {
	await check('n8n has the output schema of every operation', async () => {
		for (const [name, folder] of Object.entries(FOLDERS)) {
			const schemas = join(NODES, folder, '__schema__', 'v1.0.0');
			const files = readdirSync(schemas, { recursive: true, encoding: 'utf8' }).filter((one) =>
				one.endsWith('.json'),
			);
			assert.ok(files.length > 0);
			for (const file of files) {
				const url = `${n8nUrl}/schemas/${packed.name}.${name}/1.0.0/${file}`;
				const response = await fetch(url);
				assert.equal(response.status, 200, url);
				assert.deepEqual(
					await response.json(),
					JSON.parse(readFileSync(join(schemas, file), 'utf8')),
				);
			}
		}
	});

	await check('editor: the fields of an output can be picked before the first run', async () => {
		const lists = { operation: 'getAll', returnAll: true };
		const { id: workflowId } = await api.create({
			name: 'Fields before the first run',
			settings: {},
			nodes: [
				node('Start', 'n8n-nodes-base.manualTrigger', 1, {}),
				{ ...lox24('Messages', { ...lists, resource: 'sms' }), position: [220, 0] },
				{ ...call({ ...lists, resource: 'phoneCall' }), position: [440, 0] },
				{ ...node('End', 'n8n-nodes-base.noOp', 1, {}), position: [660, 0] },
			],
			connections: {
				Start: { main: [[to('Messages')]] },
				Messages: { main: [[to('Call')]] },
				Call: { main: [[to('End')]] },
			},
		});
		await page.goto(`${n8nUrl}/workflow/${workflowId}`);
		await seeInput('Call', ['uuid', 'status', 'delivery', 'created_at_iso']);
		await picture('fields-before-first-run');
		await page.click(id('ndv-close-button'));
		await seeInput('End', ['parties', 'parties[0]', 'statusName']);
		await page.click(id('ndv-close-button'));
	});

	async function seeInput(name, fields) {
		await page.dblclick(`${id('canvas-node')}[data-node-name="${name}"]`);
		const panel = page.locator(id('ndv-input-panel'));
		await panel.locator(id('schema-preview-warning')).first().waitFor();
		const shown = panel.locator(id('run-data-schema-node-name'));
		for (const field of fields) {
			await shown.getByText(field, { exact: true }).first().waitFor();
		}
	}
}

module.exports = { checkSchemas };
