const assert = require('node:assert/strict');
const { WORKFLOW_ID } = require('../../demo/firstWorkflow');
const { readExamples } = require('../../demo/provision');

const id = (name) => `[data-test-id="${name}"]`;
const canvasNode = (name) => `${id('canvas-node')}[data-node-name="${name}"]`;

/** The labels a user must find on each step of the first workflow, and a picture of it. */
const STEPS = [
	{
		node: '1 Add contacts to group',
		labels: [
			...['Credential', 'Resource', 'Operation', 'Group', 'Phones From', 'Values to Send'],
			...['Phone Number (phone)', 'Salutation (a)', 'Last name (b)', 'Place (e)', 'Callback Data'],
		],
		picture: 'lox24-phone-create-batch',
	},
	{
		node: '2 Change one contact',
		labels: [
			...['Resource', 'Operation', 'Phone ID', 'Phone Number', 'Update Fields'],
			...['Column A', 'Column B', 'Column C', 'Column D', 'Column E', 'Callback Data'],
		],
		picture: 'lox24-phone-update',
	},
	{
		node: '3 Cancel scheduled SMS',
		labels: ['Resource', 'Operation', 'Filters', 'SMS IDs', 'Text'],
		picture: 'lox24-sms-batch-cancel',
	},
	{
		node: '4 Cancel bulk',
		labels: ['Resource', 'Operation', 'Bulk'],
		picture: 'lox24-bulk-cancel',
	},
	{
		node: '5 Switch on call event',
		labels: [
			...['Resource', 'Operation', 'User ID', 'Extension', 'Event Type', 'Event ID'],
			...['Update Fields', 'Method', 'Note', 'URL', 'Status'],
		],
		picture: 'voipnow',
	},
];

const NODES = [
	{ name: 'LOX24', picture: 'node-panel' },
	{ name: 'VoipNow', picture: 'node-panel-voipnow' },
];

/** What can start a workflow, as the panel says it. */
const TRIGGERS = [
	{
		name: 'LOX24',
		triggers: ['On SMS received', 'On SMS delivery report', 'On recipient unsubscribed'],
		picture: 'triggers',
	},
	{
		name: 'VoipNow',
		triggers: ['On incoming call', 'On hangup'],
		picture: 'triggers-voipnow',
	},
];

/** What a person does in the editor: sign in, look for the nodes, look into them, run them. */
async function checkEditor({ check }, { n8nUrl, sandbox, owner, packed }, page, picture) {
	await check('editor: signing in shows the examples', async () => {
		await page.goto(`${n8nUrl}/signin`);
		await page.fill('input[name=emailOrLdapLoginId]', owner.email);
		await page.fill('input[name=password]', owner.password);
		await page.click(id('form-submit-button'));
		await page.waitForURL((url) => !url.pathname.includes('signin'));
		// The list has pages, and other checks have made workflows as well.
		for (const { name } of readExamples()) {
			await page.fill(id('resources-list-search'), name);
			await see(page.getByText(name, { exact: true }));
		}
	});

	await check('editor: Community nodes lists the package', async () => {
		await page.goto(`${n8nUrl}/settings/community-nodes`);
		await see(page.getByText(packed.name, { exact: true }));
		await picture('community-nodes');
	});

	await check('editor: the first workflow opens', async () => {
		await openFirstWorkflow();
		await see(page.locator(canvasNode('5 Switch on call event')));
	});

	for (const { name, picture: file } of NODES) {
		await check(`editor: ${name} is found in the node panel`, async () => {
			await page.locator(id('canvas')).click({ position: { x: 40, y: 600 } });
			await page.keyboard.press('n');
			await page.fill(`${id('node-creator-search-bar')}`, name);
			const found = page.locator(`${id('node-creator-item-name')}`, { hasText: name });
			await see(found);
			await picture(file);
			await page.keyboard.press('Escape');
			await page.keyboard.press('Escape');
			await found.first().waitFor({ state: 'hidden' });
		});
	}

	for (const { name, triggers, picture: file } of TRIGGERS) {
		await check(`editor: the node panel lists the triggers of ${name}`, async () => {
			// In a workflow that has no trigger yet they come first.
			await page.goto(`${n8nUrl}/workflow/new`);
			await page.click(id('canvas-add-button'));
			await page.fill(id('node-creator-search-bar'), name);
			await page
				.locator(id('node-creator-item-name'))
				.getByText(name, { exact: true })
				.first()
				.click();
			for (const trigger of triggers) await see(page.getByText(trigger, { exact: true }));
			await picture(file);
		});
	}

	await check('editor: the button runs all five steps', async () => {
		await openFirstWorkflow();
		await sandbox.reset();
		sandbox.journal.clear();
		await page.click(id('execute-workflow-button'));
		await see(page.locator(id('canvas-node-status-success')), 7);
		assert.deepEqual(
			sandbox.journal.entries().map(({ method, status }) => `${method} ${status}`),
			['POST 201', 'PUT 200', 'POST 200', 'PUT 200', 'PUT 200'],
		);
		await toastsGone();
		await picture('workflow');
	});

	for (const { node, labels, picture: file } of STEPS) {
		await check(`editor: "${node}" shows its fields`, async () => {
			await page.dblclick(canvasNode(node));
			const parameters = page.locator(id('node-parameters'));
			const shown = page.locator(`${id('ndv')} ${id('input-label')}`);
			await see(shown);
			for (const label of labels) {
				await parameters
					.getByText(label, { exact: true })
					.or(page.locator(id('credentials-label')).getByText(label, { exact: true }))
					.first()
					.waitFor();
			}
			await picture(file);
			await page.click(id('ndv-close-button'));
		});
	}

	await check('editor: "Execute step" runs one node and shows its output', async () => {
		const before = sandbox.journal.entries().length;
		await page.dblclick(canvasNode('2 Change one contact'));
		await page.click(id('node-execute-button'));
		const output = page.locator(id('output-panel'));
		await see(output.getByText('restaurant Blue Oyster'));
		// The output of the whole run was there before: what counts is the new request.
		for (let tries = 0; sandbox.journal.entries().length === before; tries++) {
			assert.ok(tries < 600, 'no request within a minute');
			await page.waitForTimeout(100);
		}
		assert.equal(sandbox.journal.entries().length, before + 1);
		await toastsGone();
		await output.getByText('JSON', { exact: true }).click();
		await see(output.getByText('"restaurant Blue Oyster"'));
		await picture('run-output');
	});

	await check('editor: the credential dialog tests the credential', async () => {
		await page.click(id('credential-edit-button'));
		await see(page.locator(id('credentials-config-container-test-success')));
		await picture('credential');
		await page.keyboard.press('Escape');
	});

	await check('editor: the OAuth2 credential gets a token in its dialog', async () => {
		const { id: workflowId } = readExamples().find(({ file }) => file === 'click-to-call.json');
		await page.goto(`${n8nUrl}/workflow/${workflowId}`);
		await page.dblclick(canvasNode('Call'));
		const before = sandbox.journal.entries().length;
		await page.click(id('credential-edit-button'));
		await see(page.locator(id('credentials-config-container-test-success')));
		const { path, status } = sandbox.journal.entries()[before];
		assert.deepEqual([path, status], ['/oauth/token.php', 200]);
		await picture('credential-oauth2');
		await page.keyboard.press('Escape');
	});

	for (const { file, id: workflowId, workflow } of readExamples()) {
		if (workflowId === WORKFLOW_ID) continue;
		await check(`editor: ${file} opens`, async () => {
			await page.goto(`${n8nUrl}/workflow/${workflowId}`);
			const nodes = workflow.nodes.filter(({ type }) => !type.endsWith('.stickyNote'));
			for (const node of nodes) await see(page.locator(canvasNode(node.name)));
			await picture(`example-${file.replace('.json', '')}`);
		});
	}

	await check('sandbox page: shows the requests', async () => {
		await page.goto(`${sandbox.url}/_sandbox/`);
		await see(page.getByText('PUT /phones/12344'));
		await picture('sandbox');
	});

	async function openFirstWorkflow() {
		await page.goto(`${n8nUrl}/workflow/${WORKFLOW_ID}`);
		await see(page.locator(id('canvas-node')), 7);
	}

	/** n8n's messages in the corner would hide what is under them; they disappear automatically. */
	async function toastsGone() {
		await page.locator('.el-notification').first().waitFor({ state: 'detached' });
	}

	async function see(locator, count = 1) {
		await locator.nth(count - 1).waitFor({ state: 'visible' });
	}
}

module.exports = { checkEditor };
