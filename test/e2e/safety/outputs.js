const assert = require('node:assert/strict');
const { outputOf } = require('../../../demo/api');
const { successOf } = require('../successOf');
const { items, lox24, sms } = require('./given');
const { assertSuccess } = require('./production');

const ERROR_OUTPUT = { onError: 'continueErrorOutput' };
const CONTINUE = { onError: 'continueRegularOutput' };

const ALL = items(3);
const [FIRST, , THIRD] = ALL.map(({ phone }) => phone);

/** Fails for the second item only. */
const BROKEN = "={{ $json.id === 1 ? $('Nowhere').item.json.a : 'x' }}";
const WHY_BROKEN = /node doesn't exist/;

const batch = lox24(
	'Batch',
	{
		resource: 'phone',
		operation: 'createBatch',
		groupId: { __rl: true, mode: 'id', value: '7116' },
		phonesFrom: 'items',
		columns: { mappingMode: 'autoMapInputData', value: null },
	},
	ERROR_OUTPUT,
);

/** An accepted batch in which the second phone was refused. */
const BATCH = ALL.map(({ phone }, index) =>
	index === 1
		? { status: 422, body: { violations: [{ propertyPath: 'phone', message: 'Not a number.' }] } }
		: { status: 201, body: { '@id': `/phones/${index}`, id: String(index), phone } },
);

/** Results leave by one output and failures by the other, whatever went wrong with an item. */
async function checkOutputs({ check }, name, { sandbox }, production) {
	/**
	 * Runs a node with three items, of which the second one fails.
	 * @param {string} title
	 * @param {{ tested: any, fault?: object, reason: RegExp, requests: number }} given
	 */
	async function checkOne(title, { tested, fault, reason, requests }) {
		await check(`n8n ${name}: ${title}`, async () => {
			sandbox.reset();
			if (fault) sandbox.faults.add({ method: 'POST', ...fault });
			const execution = await production.runOne(tested, ALL);
			assertSuccess(execution);
			const { success, failed } = outputOf(execution, tested.name);
			const paired = ['Succeeded', 'Failed'].map((sink) =>
				successOf(execution, sink).map(({ pairedWith }) => pairedWith),
			);
			if (tested.onError === 'continueErrorOutput') {
				assert.deepEqual(paired, [[0, 2], [1]]);
				assertError(failed[0].json, reason);
				assertResults(success);
			} else {
				assert.deepEqual(paired, [[0, 1, 2], []]);
				assertError(success[1].json, reason);
				assertResults([success[0], success[2]]);
			}
			assert.equal(sandbox.journal.entries().length, requests);
		});
	}

	await checkOne('error output: an item that the service refused', {
		tested: sms({ options: { concurrency: 1 } }, ERROR_OUTPUT),
		fault: { kind: 'status', status: 422, path: '/sms', skip: 1 },
		reason: /LOX24 could not process the input/,
		requests: 3,
	});
	await checkOne('error output: an item with a bad value', {
		tested: sms({ phone: '={{ $json.id === 1 ? "tomorrow" : $json.phone }}' }, ERROR_OUTPUT),
		reason: /Phone Number.*tomorrow/,
		requests: 2,
	});
	await checkOne('error output: a phone refused in a batch that was accepted', {
		tested: batch,
		fault: { kind: 'body', status: 201, body: BATCH, path: '*/batch' },
		reason: /Phone Number: Not a number\./,
		requests: 1,
	});
	await checkOne('error output: an expression that fails for one item', {
		tested: sms({ text: BROKEN }, ERROR_OUTPUT),
		reason: WHY_BROKEN,
		requests: 2,
	});
	await checkOne('continue: an expression that fails for one item', {
		tested: sms({ text: BROKEN }, CONTINUE),
		reason: WHY_BROKEN,
		requests: 2,
	});
}

function assertError({ error, message, details }, reason) {
	assert.match(error, reason);
	assert.ok(message.startsWith(error), message);
	assert.match(message, /\.$/);
	assert.equal(details.outcome, 'not sent');
}

/** What came of the first and the third item, not the items that went in. */
function assertResults(output) {
	const results = output.map(({ json }) => json);
	assert.deepEqual(
		results.map(({ phone }) => phone),
		[FIRST, THIRD],
	);
	for (const { error, uuid, success } of results) {
		assert.equal(error, undefined);
		assert.ok(uuid ?? success, 'not a result');
	}
}

module.exports = { checkOutputs };
