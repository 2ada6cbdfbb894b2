const assert = require('node:assert/strict');
const { createRequire } = require('node:module');
const { join } = require('node:path');
const { outputOf } = require('../../demo/api');
const { successOf } = require('./successOf');
const { VOIPNOW_OUTPUTS } = require('./voipNowOutputs');

/**
 * What must come out of the last steps of each example, and what must be so at the service
 * afterwards. `again()` runs the example a second time on what the first run left behind.
 */
const OUTPUTS = {
	...VOIPNOW_OUTPUTS,
	'five-endpoints': ({ execution }) => {
		const added = outputOf(execution, '1 Add contacts to group').success;
		assert.equal(added.length, 12);
		assert.ok(added.every(({ json }) => json.success === true));
		assert.deepEqual(
			added.map(({ pairedItem }) => pairedItem.item ?? pairedItem),
			added.map((_item, index) => index),
		);
		assert.equal(outputOf(execution, '2 Change one contact').success.length, 1);
		assert.equal(successOf(execution, '3 Cancel scheduled SMS')[0].canceled_sms_count, 2);
		assert.equal(successOf(execution, '4 Cancel bulk')[0].status_code, 15);
		assert.equal(successOf(execution, '5 Switch on call event')[0].status, 1);
	},
	'import-contacts': ({ execution }) => {
		assert.equal(outputOf(execution, 'In the group now').success.length, 12);
		const refused = successOf(execution, 'To correct by hand');
		assert.deepEqual(
			refused.map(({ last_name }) => last_name),
			['Long', 'Nobody'],
		);
		assert.ok(refused.every(({ reason }) => typeof reason === 'string' && reason.length > 10));
	},
	'cancel-scheduled-sms': ({ execution }) => {
		const [{ report }] = successOf(execution, 'Report');
		assert.equal(report, '2 SMS and bulk da0fa78c-4699-11ea-a637-96000028b339 cancelled');
	},
	'bulk-from-spreadsheet': ({ execution, sandbox }) => {
		assert.deepEqual(successOf(execution, 'Report'), [{ report: 'Done: 4 messages, cost 38' }]);
		assert.deepEqual(successOf(execution, 'To correct by hand'), [
			{ name: 'Nobody', mobile: '', reason: 'Phone Number is empty' },
		]);
		const [{ uuid }] = successOf(execution, 'Send the bulk');
		const sent = [...sandbox.state.sms.values()].filter(({ bulk_id }) => bulk_id === uuid);
		assert.deepEqual(
			sent.map(({ phone, is_sent }) => [phone, is_sent]),
			['+491713920001', '+491713920017', '+447700900123', '+33639980042'].map((one) => [one, true]),
		);
	},

	'personal-bulk': ({ execution, sandbox }) => {
		assert.deepEqual(successOf(execution, 'Report'), [{ report: 'Done: 3 messages' }]);
		const [{ id }] = successOf(execution, 'Create campaign');
		const [{ uuid, text }] = successOf(execution, 'Send the bulk');
		assert.ok(text.includes(`[Name], your table is booked for [Day]. Our menu: [slink ${id}]`));
		const sent = [...sandbox.state.sms.values()].filter(({ bulk_id }) => bulk_id === uuid);
		assert.deepEqual(
			sent.map(({ phone }) => phone),
			['+491713920001', '+491713920017', '+447700900123'],
		);
	},
	'personal-sms-from-spreadsheet': async ({ execution, sandbox, again }) => {
		const invoices = ['R-2026-0117', 'R-2026-0121', 'R-2026-0130'];
		assert.deepEqual(
			successOf(execution, 'Sent').map(({ name, phone }) => [name, phone]),
			[
				['Mr. Becker', '+491713920001'],
				['Ms. Große', '+4917604069024'],
				["Mrs. O'Connor", '+447700900123'],
			],
		);
		const refused = [
			{ name: 'Mr. Patel', mobile: 'office', reason: 'Phone Number is not valid: "office"' },
		];
		assert.deepEqual(successOf(execution, 'To correct by hand'), refused);

		const second = await again();
		assert.deepEqual(successOf(second, 'Sent'), []);
		assert.deepEqual(successOf(second, 'To correct by hand'), refused);
		const messages = [...sandbox.state.sms.values()].map(({ callback_data }) => callback_data);
		assert.deepEqual(messages.filter((one) => one?.startsWith('R-2026-')).sort(), invoices);
	},

	'appointment-reminders': async ({ execution, sandbox, again }) => {
		const scheduled = (run) =>
			successOf(run, 'Scheduled').map(({ appointment, stopped }) => [appointment, stopped]);
		assert.deepEqual(scheduled(execution), [
			['visit-101', '0'],
			['patient-1', '1'],
		]);
		assert.deepEqual(successOf(execution, 'Somebody has to call'), [
			{
				appointment: 'visit-105',
				name: 'Mr. Nguyen',
				reason: 'Phone Number is not valid: "none"',
			},
		]);
		assert.deepEqual(successOf(execution, 'No reminder'), [
			{ appointment: 'visit-103', stopped: '0' },
			{ appointment: 'visit-104', stopped: '0' },
		]);

		assert.deepEqual(scheduled(await again()), [
			['visit-101', '1'],
			['patient-1', '1'],
		]);
		const waiting = [...sandbox.state.sms.values()].filter(
			({ callback_data, status_code }) =>
				/^(visit|patient)-/.test(callback_data) && status_code === 0,
		);
		assert.deepEqual(
			waiting.map(({ callback_data, phone, delivery_at }) => ({
				callback_data,
				phone,
				// At 17:00 in Berlin on the day before.
				at: new Date(delivery_at * 1000).toISOString(),
			})),
			[
				{ callback_data: 'visit-101', phone: '+491713920017', at: '2035-05-06T15:00:00.000Z' },
				{ callback_data: 'patient-1', phone: '+491713920001', at: '2035-05-07T15:00:00.000Z' },
			],
		);
	},

	'delivery-reports': async ({ execution, sandbox, again }) => {
		const messages = [...sandbox.state.sms.values()];
		const rows = successOf(execution, 'Write rows');
		assert.deepEqual(rows.map(({ uuid }) => uuid).sort(), messages.map(({ uuid }) => uuid).sort());
		const delivered = messages.filter(({ dlr_code }) => dlr_code === 1);
		assert.ok(delivered.length > 0);
		assert.deepEqual(
			rows.filter(({ delivery }) => delivery === 'Delivered').map(({ uuid }) => uuid),
			delivered.map(({ uuid }) => uuid),
		);
		const phonesAndReasons = (run) =>
			successOf(run, 'To look after').map(({ phone, reason }) => [phone, reason]);
		assert.deepEqual(phonesAndReasons(execution), [['+4917012345', 'Rejected']]);

		// Everything that waits goes out, and the waiting bulk makes messages of its own.
		sandbox.clock.advance(2 * 24 * 3600);
		const second = await again();
		const updated = successOf(second, 'Write rows');
		const idOf = new Map(updated.map(({ id, uuid }) => [uuid, id]));
		assert.equal(idOf.size, updated.length);
		assert.deepEqual([...idOf.keys()].sort(), [...sandbox.state.sms.keys()].sort());
		assert.ok(updated.length > rows.length);
		assert.deepEqual(
			rows.map(({ uuid }) => idOf.get(uuid)),
			rows.map(({ id }) => id),
		);
		assert.ok(updated.every(({ delivery }) => delivery !== 'No Report Yet'));
		assert.deepEqual(phonesAndReasons(second), [['+4917012345', 'Rejected']]);
	},

	'monthly-invoices': async ({ execution, api }) => {
		const [item] = outputOf(execution, 'Ready to be filed').success;
		assert.deepEqual(Object.keys(item.binary), ['data']);
		const now = new Date();
		const lastMonth = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 1));
		const { fileName } = item.binary.data;
		assert.equal(fileName, `lox24-invoices-${lastMonth.toISOString().slice(0, 7)}.zip`);
		const files = unzip(await api.readFile(item.binary.data));
		assert.deepEqual(Object.keys(files).sort(), ['invoice-2001.pdf', 'invoice-2002.pdf']);
		for (const [name, content] of Object.entries(files)) {
			const text = Buffer.from(content).toString('latin1');
			assert.ok(text.startsWith('%PDF-'), name);
			assert.ok(text.includes(`Invoice ${name.match(/\d+/)[0]}:`), name);
		}
	},
};

/** By what n8n itself packs and unpacks with. */
function unzip(content) {
	const n8n = join(__dirname, '..', '..', 'demo', 'node_modules', 'n8n-nodes-base', 'package.json');
	return createRequire(n8n)('fflate').unzipSync(content);
}

module.exports = { OUTPUTS };
