const assert = require('node:assert/strict');
const { successOf } = require('../successOf');
const { assertWire } = require('../wire');
const { empty, givenExample, sentTo } = require('./given');

/** Mr. Schmidt is in a contact group of the sandbox. */
const CALLER = '+491701234501';

const isSms = ({ path }) => path === '/sms';

/** Calls that come in. */
async function checkCalls({ check }, demo) {
	const { sandbox } = demo;

	async function call(more) {
		sandbox.ring({ from: CALLER.slice(1), to: '0003*210', ...more });
		sandbox.clock.advance(4);
		await sandbox.eventsDelivered();
	}

	await check('missed-call-sms.json: who was missed gets an SMS, once a day', async () => {
		const example = givenExample(demo, 'missed-call-sms');
		await empty(demo);
		await example.startedBy(() => call({ outcome: 'cancelled' }));
		example.assertWire(isSms);
		assert.match(sentTo(demo, CALLER).at(-1).text, /nobody could pick up/);
		const second = await example.startedBy(() => call({ outcome: 'cancelled' }));
		assert.deepEqual(successOf(second, 'Once a day'), []);
		const landline = await example.startedBy(() => call({ from: '493023125042', outcome: 'busy' }));
		assert.deepEqual(successOf(landline, 'From a mobile phone'), []);
		example.assertWire(isSms);
	});

	await check('screen-pop.json: the page shows who calls', async () => {
		const example = givenExample(demo, 'screen-pop');
		const page = async () => {
			const response = await fetch(`${demo.n8nUrl}/webhook/who-is-calling`);
			assert.equal(response.status, 200);
			assert.equal(response.headers.get('refresh'), '2');
			return await response.text();
		};
		await empty(demo);
		assert.match(await page(), /Who is calling/);
		await example.startedBy(() => call({ outcome: 'cancelled' }));
		// The second page is asked for although the contract has none.
		assertWire(sandbox.journal.entries(), 'screen-pop');
		assert.match(await page(), /<h1>Mr\. Schmidt<\/h1><p>491701234501 calls 0003\*210/);
		await example.startedBy(() => call({ from: '<i>0', outcome: 'cancelled' }));
		const shown = await page();
		assert.match(shown, /&#60;i&#62;0 calls/);
		assert.doesNotMatch(shown, /Schmidt/);
	});
}

module.exports = { checkCalls };
