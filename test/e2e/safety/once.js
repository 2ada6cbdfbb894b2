const assert = require('node:assert/strict');
const { outputOf } = require('../../../demo/api');
const { call, items, received, sms } = require('./given');
const { assertSuccess } = require('./production');

const TRIES = {
	'one try': {},
	'Retry On Fail': { retryOnFail: true, maxTries: 3, waitBetweenTries: 200 },
};

/** What n8n retries automatically happens once, even if its outcome is unknown. */
async function checkOnce({ check }, name, { sandbox }, production) {
	const requests = (wanted) => sandbox.journal.entries().filter(({ method }) => method === wanted);

	async function runWith(fault, tested, count = 1) {
		sandbox.reset();
		sandbox.faults.add({ method: 'POST', ...fault });
		const workflow = await production.publish([tested]);
		return await workflow.run(items(count));
	}

	function assertSent(execution, count) {
		assertSuccess(execution);
		assert.equal(outputOf(execution, 'SMS').success.length, count);
		assert.equal(received(sandbox).length, count);
		assert.equal(new Set(received(sandbox)).size, count);
	}

	await check(`n8n ${name}: 5 SMS whose text changes, one refused, Retry On Fail: 5`, async () => {
		const parameters = { text: '={{ $now.toMillis() }}', options: { concurrency: 1 } };
		const refused = { kind: 'status', status: 422, path: '/sms', skip: 1 };
		const execution = await runWith(refused, sms(parameters, TRIES['Retry On Fail']), 5);
		assertSent(execution, 5);
		assert.equal(requests('POST').length, 6);
	});

	for (const [tries, settings] of Object.entries(TRIES)) {
		const title = (what) => `n8n ${name}: the connection is lost after ${what}, ${tries}`;

		await check(`${title('an SMS')}: found, sent once`, async () => {
			const execution = await runWith({ kind: 'reset-after', path: '/sms' }, sms({}, settings));
			assertSent(execution, 1);
			assert.equal(requests('GET').length, 1);
		});
		await check(`${title('a call')}: not known, rings once`, async () => {
			const fault = { kind: 'reset-after', path: '/uapi/phoneCalls/*', times: 'always' };
			const { status, data } = await runWith(fault, call({}, settings));
			assert.equal(requests('POST').length, 1);
			assert.equal(sandbox.state.calls.size, 1);
			assert.equal(status, 'error');
			const { message, description } = data.resultData.error;
			assert.match(message, /was lost before the response came/);
			// Before n8n 2.32 only the code of n8n's error tells how it ended.
			assert.match(description, /ECONNRESET\. It is unknown whether/);
		});
	}
}

module.exports = { checkOnce };
