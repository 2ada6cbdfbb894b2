const assert = require('node:assert/strict');
const { readFileSync } = require('node:fs');
const { node } = require('../safety/given');
const { EXTENSIONS, givenVoipNow, PARAMETERS } = require('./voipNowGiven');

const NEWEST = '2.41';

/** Writes static data and fails: n8n's Retry then forgets all other static data. */
const WRITER = node('End', 'n8n-nodes-base.code', 2, {
	jsCode: `$getWorkflowStaticData('global').seen = true; throw new Error('on purpose');`,
});

/** The VoipNow Trigger: what is registered at VoipNow after each thing a user can do. */
async function checkVoipNowTrigger({ check }, name, demo) {
	const { sandbox } = demo;
	const foreign = () =>
		[...sandbox.state.events.values()].filter(({ url }) => !url.includes('/call/')).length;

	/** @param {(workflow: object) => Promise<void>} work ends with nothing of it registered */
	async function checkWith(title, given, work) {
		await check(`n8n ${name}: VoipNow Trigger: ${title}`, async () => {
			sandbox.reset();
			const before = foreign();
			const workflow = await givenVoipNow(demo, given);
			await work(workflow);
			await workflow.assertRegistered([]);
			assert.equal(foreign(), before, 'call events of others have changed');
		});
	}

	async function ring(to = '0003*210') {
		sandbox.ring({ from: '4930111', to, name: 'Jane Roe' });
		await sandbox.eventsDelivered();
	}

	await checkWith('published, a call, unpublished', {}, async (workflow) => {
		await workflow.publish();
		await workflow.assertRegistered();
		await ring();
		const [item] = await workflow.newestItems();
		assert.equal(item.event, 0);
		assert.equal(item.eventName, 'Dial-In');
		assert.equal(item.CallerIDNum, '4930111');
		assert.equal(item.CalledExtension, '0003*210');
		assert.notEqual(await workflow.unpublish(), 'failed');
	});

	await checkWith('every form a call event comes in', {}, async (workflow) => {
		await workflow.publish();
		const forms = ['form', 'untyped', 'multipart', 'json', 'query', 'split'];
		for (const [index, voipNowEventBody] of forms.entries()) {
			sandbox.changeSettings({ voipNowEventBody, voipNowEventNames: 'lower' });
			await ring();
			await workflow.started(index + 1);
			const [item] = await workflow.newestItems();
			assert.equal(item.CallerIDNum, '4930111', voipNowEventBody);
			assert.equal(item.eventName, 'Dial-In');
		}
		await workflow.unpublish();
	});

	await checkWith('published again, unchanged', {}, async (workflow) => {
		await workflow.publish();
		const before = [...sandbox.state.events.keys()];
		await workflow.save({});
		await workflow.publish();
		await workflow.assertRegistered();
		if (name === NEWEST) assert.deepEqual([...sandbox.state.events.keys()], before);
		await workflow.unpublish();
	});

	await checkWith('other extensions, then another name', {}, async (workflow) => {
		await workflow.publish();
		await workflow.save({ parameters: { ...PARAMETERS, extensions: ['0003*213'] } });
		await workflow.publish();
		await workflow.assertRegistered(workflow.expected(demo.n8nUrl, { extensions: 1 }));
		await workflow.save({ name: 'Another name' });
		await workflow.publish();
		await workflow.assertRegistered();
		await workflow.unpublish();
	});

	await checkWith('archived while published', {}, async (workflow) => {
		await workflow.publish();
		await workflow.archive();
	});

	await checkWith('the second of three extensions is refused', {}, async (workflow) => {
		const path = `*${EXTENSIONS[1]}/phoneCallEvents`;
		const body = { error: { code: 'extension_invalid', message: 'Invalid extension.' } };
		sandbox.faults.add({
			...{ kind: 'status', status: 400, body },
			...{ method: 'POST', path, times: 'always' },
		});
		assert.match(await workflow.publishInVain(), /did not accept the Extension/);
	});

	await checkWith('static data wiped by Retry', { end: WRITER }, async (workflow) => {
		await workflow.publish();
		await ring();
		const [{ id }] = await workflow.started(1);
		assert.equal((await demo.api.ended(id)).status, 'error');
		await demo.api.retry(id);
		await workflow.unpublish();
	});

	await checkWith('a wrong token is tried once', {}, async (workflow) => {
		const { id } = await demo.api.request('POST', '/credentials', {
			name: 'Wrong token',
			type: 'voipNowApi',
			data: { baseUrl: sandbox.url, accessToken: `wrong-${Date.now()}`, ignoreSSLIssues: false },
		});
		await workflow.save({ credentials: { voipNowApi: { id, name: 'Wrong token' } } });
		assert.match(await workflow.publishInVain(), /refused the access token/);
		const requests = sandbox.journal.entries().length;
		// Older versions read the static data anew before they clean up, and do not try again.
		const most = name === NEWEST ? 1 : 2;
		assert.ok(requests >= 1 && requests <= most, `${requests} requests had the wrong token`);
	});

	// Older versions tell of it in their log only, and do not try again.
	if (name !== NEWEST) return;

	await checkWith('removing is answered with 500, then works', {}, async (workflow) => {
		await workflow.publish();
		sandbox.faults.add({ kind: 'status', status: 500, method: 'DELETE', times: 2 });
		assert.equal(await workflow.unpublish(), 'not_published');
	});

	await checkWith('removing is answered with 500 for good', {}, async (workflow) => {
		await workflow.publish();
		const path = `*${EXTENSIONS[1]}/*`;
		sandbox.faults.add({ kind: 'status', status: 500, method: 'DELETE', path, times: 'always' });
		await workflow.unpublish();
		// The workflow counts as unpublished all the same.
		assert.match(readFileSync(demo.n8n.log, 'utf8'), /VoipNow still calls this workflow/);
		await workflow.assertRegistered(workflow.expected(demo.n8nUrl, { extensions: 1 }));
		sandbox.faults.clear();
		await workflow.publish();
		await workflow.assertRegistered();
		await workflow.unpublish();
	});

	await checkWith('removed by somebody else meanwhile', {}, async (workflow) => {
		await workflow.publish();
		sandbox.faults.add({ kind: 'status-after', status: 404, method: 'DELETE', times: 'always' });
		assert.equal(await workflow.unpublish(), 'not_published');
	});

	await checkWith('listening while published', {}, async (workflow) => {
		await workflow.publish();
		await workflow.listen();
		const both = [...workflow.expected(), ...workflow.expected(demo.n8nUrl, { test: true })];
		await workflow.assertRegistered(both.sort());
		await ring();
		await workflow.assertRegistered();
		await workflow.started(2);
		await workflow.unpublish();
	});
}

module.exports = { checkVoipNowTrigger };
