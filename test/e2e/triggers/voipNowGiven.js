const assert = require('node:assert/strict');
const { setTimeout: wait } = require('node:timers/promises');
const { givenWorkflow } = require('./given');

const EXTENSIONS = ['0003*210', '0003*212', '0003*220'];
const TYPES = ['0', '2'];

const CREDENTIALS = { voipNowApi: { id: 'demoVoipNow', name: 'VoipNow (demo)' } };

const PARAMETERS = {
	authentication: 'accessToken',
	userId: '@me',
	events: TYPES,
	extensions: EXTENSIONS,
	options: {},
};

/**
 * A workflow that VoipNow starts, and what is registered for it in the sandbox.
 * @param {any} demo
 * @param {{ parameters?: object, credentials?: object, end?: object }} [options]
 */
async function givenVoipNow(demo, { parameters, credentials = CREDENTIALS, end } = {}) {
	const { sandbox } = demo;
	const all = { ...PARAMETERS, ...parameters };
	const workflow = await givenWorkflow(demo, 'voipNowTrigger', all, { credentials }, end);
	const path = `/${workflow.webhookId}/call/`;

	/** The addresses of its call events, in order. */
	function registered() {
		const events = [...sandbox.state.events.values()];
		const own = events.filter(({ url }) => url.includes(path));
		return own.map(({ url }) => url).sort();
	}

	/** The addresses it should have, for so many extensions. */
	function expected(base = demo.n8nUrl, { extensions = EXTENSIONS.length, test = false } = {}) {
		const kind = test ? 'webhook-test' : 'webhook';
		const urls = TYPES.map((type) => `${base}/${kind}${path}${type}`);
		return Array.from({ length: extensions }, () => urls)
			.flat()
			.sort();
	}

	return {
		...workflow,
		registered,
		expected,
		/** n8n 2.41 registers after it has answered. */
		async assertRegistered(wanted = expected(), { seconds = 90 } = {}) {
			const isThere = () => JSON.stringify(registered()) === JSON.stringify(wanted);
			for (let waited = 0; waited < seconds * 1000 && !isThere(); waited += 100) await wait(100);
			assert.deepEqual(registered(), wanted);
		},
		/** Publishes and says why it could not be, if so; the try may go on for 15 seconds. */
		async publishInVain() {
			const reason = await workflow.publish().then(
				() => 'it was published',
				(error) => error.message,
			);
			const status = await demo.api
				.request('GET', `/workflows/${workflow.id}/publication-status`)
				.catch(() => undefined);
			return status?.triggers?.[0]?.errorMessage ?? reason;
		},
	};
}

module.exports = { CREDENTIALS, EXTENSIONS, givenVoipNow, PARAMETERS };
