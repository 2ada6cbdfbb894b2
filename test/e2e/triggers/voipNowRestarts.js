const { givenVoipNow } = require('./voipNowGiven');

const OLD_SERVICE = { N8N_USE_WORKFLOW_PUBLICATION_SERVICE: 'false' };

/** The VoipNow Trigger over restarts of n8n, also under another address. */
async function checkVoipNowRestarts({ check }, name, demo) {
	const title = (what) => `n8n ${name}: VoipNow Trigger: ${what}`;
	const usual = () => demo.n8nUrl;
	const moved = () => demo.n8nUrl.replace('127.0.0.1', 'localhost');
	const movedTo = () => ({ N8N_WEBHOOK_URL: `${moved()}/`, WEBHOOK_URL: `${moved()}/` });

	async function ring(workflow, count) {
		demo.sandbox.ring({ from: '4930111', to: '0003*210' });
		await demo.sandbox.eventsDelivered();
		await workflow.started(count);
	}

	demo.sandbox.reset();
	const workflow = await givenVoipNow(demo);

	await check(title('restarted'), async () => {
		await workflow.publish();
		await demo.restartN8n();
		await workflow.assertRegistered();
		await ring(workflow, 1);
	});
	await check(title('restarted under another address, published anew'), async () => {
		await demo.restartN8n(movedTo());
		// n8n 2.41 registers nothing at its start, older versions do.
		await workflow.assertRegistered(workflow.expected(name === '2.41' ? usual() : moved()));
		await workflow.unpublish();
		await workflow.assertRegistered([]);
		await workflow.publish();
		await workflow.assertRegistered(workflow.expected(moved()));
		await ring(workflow, 2);
	});
	await check(title('back under its address, the older service registers'), async () => {
		await demo.restartN8n(OLD_SERVICE);
		await workflow.assertRegistered(workflow.expected(usual()));
		await ring(workflow, 3);
	});
	await check(title('under another address with the older service, and unpublished'), async () => {
		await demo.restartN8n({ ...OLD_SERVICE, ...movedTo() });
		await workflow.assertRegistered(workflow.expected(moved()));
		await ring(workflow, 4);
		await workflow.unpublish();
		await workflow.assertRegistered([]);
	});
	await demo.restartN8n();
}

module.exports = { checkVoipNowRestarts };
