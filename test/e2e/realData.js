const assert = require('node:assert/strict');
const { createRequire } = require('node:module');
const { outputOf } = require('../../demo/api');
const { lox24, node, to } = require('./safety/given');

/** 1 December 2027, 09:30 in Berlin. */
const MORNING = Date.UTC(2027, 11, 1, 8, 30) / 1000;

/** A table that people keep by hand, as Excel saves it under "CSV UTF-8". */
const GUESTS = `\uFEFFPhone ,Salutation ,LAST NAME, Appointment,Place,Delete Text,callback_data
+49 (0)171 3920001,Mr. ,Becker,01.12.2027 09:30,false,false,c-1
+44 7700 900123,Mrs. ,O'Connor,2027-12-01 09:30,,TRUE,c-2
#N/A,Mr. ,Nguyen,01.12.2027 09:30,,false,c-3
,Ms. ,Yilmaz,01.12.2027 09:30,,false,c-4
+33639980042,Mme ,Lefèvre,,,false,c-5
+46701740612,Ms. ,Åkesson,01.12.2027 09:30,,#N/A,c-6
`;

const ON_ERROR = { onError: 'continueErrorOutput' };

const GROUP = { resource: 'phone', operation: 'createBatch' };
GROUP.groupId = { __rl: true, mode: 'id', value: '7116' };

const SMS = { resource: 'sms', operation: 'send', senderId: 'BlueOyster' };

/** The body of a message. */
const sms = (phone, text, more) => ({ sender_id: 'BlueOyster', phone, text, ...more });

/** Files and webhooks as they come, through n8n's own nodes: the wire has what they mean. */
async function checkRealData({ check }, { api, n8nUrl, sandbox }) {
	await check('CSV to a group: each cell in its column, nothing sent if one is bad', async () => {
		const parameters = {
			...GROUP,
			phonesFrom: 'items',
			columns: { mappingMode: 'autoMapInputData', value: null, schema: await columnsOfGroup() },
			options: { country: 'DE' },
		};
		const stopped = await runFile('csv', GUESTS, lox24('Add', parameters));
		assert.match(stopped.error.message, /input item 2: Phone Number is not valid: "#N\/A"/);
		assert.deepEqual(stopped.bodies, []);

		const run = await runFile('csv', GUESTS, lox24('Add', parameters, ON_ERROR));
		const date = '01.12.2027 09:30';
		const becker = { phone: '+491713920001', a: 'Mr. ', b: 'Becker', c: date, e: 'false' };
		const oConnor = { phone: '+447700900123', a: 'Mrs. ', b: "O'Connor", c: '2027-12-01 09:30' };
		assert.deepEqual(run.bodies, [
			[
				{ ...becker, callback_data: 'c-1' },
				{ ...oConnor, callback_data: 'c-2' },
				{ phone: '+33639980042', a: 'Mme ', b: 'Lefèvre', callback_data: 'c-5' },
				{ phone: '+46701740612', a: 'Ms. ', b: 'Åkesson', c: date, callback_data: 'c-6' },
			],
		]);
		assert.equal(run.success.length, 4);
		assertRefused(run.failed, [/^Phone Number is not valid: "#N\/A"/, /phone/i]);
	});

	await check('CSV to SMS: numbers, dates, switches, nothing sent if one is bad', async () => {
		const parameters = {
			...SMS,
			phone: '={{ $json["Phone "] }}',
			text: '={{ $json["Salutation "] }}{{ $json["LAST NAME"] }}, see you soon',
			additionalFields: {
				callbackData: '={{ $json.callback_data }}',
				deliveryAt: '={{ $json[" Appointment"] }}',
				isTextDeleted: '={{ $json["Delete Text"] }}',
			},
		};
		const withoutMark = { enableBOM: true };
		const stopped = await runFile('csv', GUESTS, lox24('Send', parameters), withoutMark);
		assert.equal(
			stopped.error.message,
			'4 entries cannot be sent: input item 2: Phone Number is not valid: "#N/A"; input item 3: Phone Number is empty; input item 4: Delivery At is empty; input item 5: Delete Text is not valid: "#N/A"',
		);
		assert.deepEqual(stopped.bodies, []);

		const run = await runFile('csv', GUESTS, lox24('Send', parameters, ON_ERROR), withoutMark);
		const more = (id, isDeleted) => {
			return { callback_data: id, delivery_at: MORNING, is_text_deleted: isDeleted };
		};
		assert.deepEqual(run.bodies, [
			sms('+491713920001', 'Mr. Becker, see you soon', more('c-1', false)),
			sms('+447700900123', "Mrs. O'Connor, see you soon", more('c-2', true)),
		]);
		assert.equal(run.success.length, 2);
		assertRefused(run.failed, [
			/^Phone Number is not valid: "#N\/A"/,
			/^Phone Number is empty/,
			/^Delivery At is empty/,
			/^Delete Text is not valid: "#N\/A"/,
		]);
	});

	await check('XLSX to SMS: numbers go out as text, the number of a date is refused', async () => {
		const parameters = {
			...SMS,
			phone: '={{ $json.Phone }}',
			text: '={{ $json.Text }}',
			additionalFields: { callbackData: '={{ $json.Id }}', deliveryAt: '={{ $json.When }}' },
			options: { country: 'DE' },
		};
		const row = { Phone: 491713920001, Text: 12345, Id: 4711 };
		const file = workbookOf([
			{ ...row, When: '01.12.2027 09:30' },
			{ ...row, When: new Date(2027, 11, 1, 9, 30) },
		]);
		const serial = /Delivery At looks like a spreadsheet's date number: 46722\.39/;
		const stopped = await runFile('xlsx', file, lox24('Send', parameters));
		assert.match(stopped.error.message, serial);
		assert.deepEqual(stopped.bodies, []);

		const run = await runFile('xlsx', file, lox24('Send', parameters, ON_ERROR));
		const expected = { callback_data: '4711', delivery_at: MORNING };
		assert.deepEqual(run.bodies, [sms('+491713920001', '12345', expected)]);
		assertRefused(run.failed, [serial]);
	});

	await check('a webhook to SMS: an object is refused where a text belongs', async () => {
		const parameters = {
			...SMS,
			phone: '={{ $json.body.phone }}',
			text: '={{ $json.body.text }}',
			additionalFields: { callbackData: '={{ $json.body.id }}' },
		};
		const post = await publish('e2e-real-sms', lox24('Send', parameters));
		const body = { id: 'order-1', phone: '+49 171 3920001', text: '1 < 2 & "3"' };
		for (const [name, field] of [
			['id', 'Callback Data'],
			['text', 'Text'],
			['phone', 'Phone Number'],
		]) {
			const { bodies, error } = await post({ ...body, [name]: { x: 'y' } });
			assert.equal(error?.message, `${field} is not valid: {"x":"y"}`);
			assert.deepEqual(bodies, []);
		}
		const { bodies, success } = await post(body);
		const expected = sms('+491713920001', body.text, { callback_data: 'order-1' });
		assert.deepEqual(bodies, [expected]);
		assert.equal(success.length, 1);
	});

	await check('a webhook to Batch Delete: what is not a text deletes nothing', async () => {
		const filters = { text: '={{ $json.body.text }}' };
		const parameters = { resource: 'sms', operation: 'batchDelete', filters };
		const post = await publish('e2e-real-delete', lox24('Delete', parameters));
		const texts = () => [...sandbox.state.sms.values()].map(({ text }) => text);
		for (const text of [{ a: 'b' }, {}, ['Second', 'Test'], '', ' ', undefined]) {
			const { bodies, error } = await post({ text });
			assert.match(error?.message ?? '', /^(The filter )?Text |^No filter is set/);
			assert.deepEqual(bodies, []);
			assert.equal(texts().length, 6);
		}
		const left = texts().filter((text) => text !== 'Second Test message');
		const { urls } = await post({ text: 'Second Test' });
		assert.deepEqual(urls, ['/sms/ops/batch_delete?text=Second%20Test']);
		assert.deepEqual(texts(), left);
	});
	await sandbox.reset();

	/** As the column mapper in the editor asks for them. */
	async function columnsOfGroup() {
		const { credentials, type, typeVersion } = lox24('Add', {});
		const path = '/dynamic-node-parameters/resource-mapper-fields';
		const { fields } = await api.request('POST', path, {
			path: 'parameters.columns',
			methodName: 'getPhoneColumns',
			currentNodeParameters: GROUP,
			nodeTypeAndVersion: { name: type, version: typeVersion },
			credentials,
		});
		return fields;
	}

	/** Takes the rows of a file through n8n's "Extract From File" into a node. */
	async function runFile(operation, content, tested, options = {}) {
		const jsonOutput = JSON.stringify({ base64: Buffer.from(content).toString('base64') });
		const toBinary = { operation: 'toBinary', sourceProperty: 'base64', options: {} };
		const nodes = [
			node('Start', 'n8n-nodes-base.manualTrigger', 1, {}),
			node('Base64', 'n8n-nodes-base.set', 3.4, { mode: 'raw', jsonOutput, options: {} }),
			node('File', 'n8n-nodes-base.convertToFile', 1.1, toBinary),
			node('Rows', 'n8n-nodes-base.extractFromFile', 1, { operation, options }),
			tested,
		];
		const { id } = await api.create(chain(`Rows of ${operation}`, nodes));
		await sandbox.reset();
		return resultOf(await api.run(id), tested);
	}

	/** @returns posts a body to the webhook that starts the node, and waits for what comes of it */
	async function publish(path, tested) {
		const parameters = { httpMethod: 'POST', path, responseMode: 'lastNode' };
		const webhook = node('Webhook', 'n8n-nodes-base.webhook', 2, parameters, { webhookId: path });
		const { id } = await api.create(chain(path, [webhook, tested]));
		await api.activate(id);
		return async (body) => {
			await sandbox.reset();
			const { status } = await fetch(`${n8nUrl}/webhook/${path}`, {
				method: 'POST',
				headers: { 'Content-Type': 'application/json' },
				body: JSON.stringify(body),
			});
			const [newest] = await api.executions(id);
			const result = resultOf(await api.ended(newest.id), tested);
			assert.equal(status, result.error ? 500 : 200);
			return result;
		};
	}

	/** What left the node and what reached the service; many items are sent side by side. */
	function resultOf(execution, { name }) {
		const entries = sandbox.journal.entries();
		const bodies = entries.map(({ json }) => json);
		bodies.sort((one, other) => (one?.callback_data > other?.callback_data ? 1 : -1));
		return { ...outputOf(execution, name), bodies, urls: entries.map(({ url }) => url) };
	}
}

function assertRefused(failed, patterns) {
	assert.equal(failed.length, patterns.length);
	patterns.forEach((pattern, index) => assert.match(failed[index].json.error, pattern));
}

/** An Excel file in which dates are dates, made by the package that n8n reads it with. */
function workbookOf(rows) {
	const n8nNodes = require.resolve('../../demo/node_modules/n8n-nodes-base/package.json');
	const { utils, write } = createRequire(n8nNodes)('@e965/xlsx');
	const book = utils.book_new();
	utils.book_append_sheet(book, utils.json_to_sheet(rows), 'Guests');
	return write(book, { type: 'buffer', bookType: 'xlsx' });
}

function chain(name, nodes) {
	const links = nodes
		.slice(1)
		.map((next, index) => [nodes[index].name, { main: [[to(next.name)]] }]);
	const settings = { executionOrder: 'v1', timezone: 'Europe/Berlin' };
	return { name, nodes, connections: Object.fromEntries(links), settings };
}

module.exports = { checkRealData };
