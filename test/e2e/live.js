const assert = require('node:assert/strict');
const { readExamples } = require('../../demo/provision');
const { checkAgents } = require('./live/agents');
const { checkAsking } = require('./live/asking');
const { checkCalls } = require('./live/calls');
const { givenExample } = require('./live/given');
const { checkOneTimeCode } = require('./live/oneTimeCode');
const { checkSms } = require('./live/sms');

/** Those that the demo publishes. */
const PUBLISHED = [
	...['answer-sms', 'ask-by-sms', 'live-delivery-reports', 'missed-call-sms', 'one-time-code'],
	...['screen-pop', 'sms-by-polling', 'stop-keyword'],
];

/** Examples that an event starts, or that wait for somebody, with the sandbox as the world outside. */
async function checkLive(checks, demo) {
	const { check } = checks;
	demo.sandbox.reset();
	const published = await check('the demo publishes examples with a trigger', async () => {
		const all = await demo.publishExamples();
		assert.deepEqual(
			all.filter(({ error }) => error),
			[],
		);
		assert.deepEqual(
			new Set(all.map(({ id }) => id)),
			new Set(PUBLISHED.map((key) => givenExample(demo, key).id)),
		);
		assert.equal(demo.sandbox.notifications.list().length, 4);
		return all;
	});
	// It would go on asking the sandbox.
	await demo.api.deactivate(givenExample(demo, 'sms-by-polling').id);

	const form = published?.flatMap(({ starts }) => starts).find(({ type }) => /form/i.test(type));
	await checkSms(checks, demo);
	await checkCalls(checks, demo);
	await checkAsking(checks, demo);
	await checkOneTimeCode(checks, demo, form?.url);
	await checkAgents(checks, demo);

	await check('after the demo nothing is published, and no call event is left', async () => {
		await demo.unpublishExamples();
		for (const { file, id } of readExamples()) {
			const { active } = await demo.api.request('GET', `/workflows/${id}`);
			assert.equal(active, false, file);
		}
		const left = [...demo.sandbox.state.events.values()].filter(({ url }) =>
			url.startsWith(demo.n8nUrl),
		);
		assert.deepEqual(left, []);
	});
	demo.sandbox.reset();
}

module.exports = { checkLive };
