import { type Sandbox, startSandbox } from '../../sandbox';
import { bulkCancel, eventUpdate, phoneUpdate, smsBatchCancel } from './given';
import { run } from './run';

describe('unusual responses', () => {
	let sandbox: Sandbox;

	beforeAll(async () => {
		sandbox = await startSandbox();
	});
	afterAll(async () => await sandbox.close());
	beforeEach(() => sandbox.reset());

	const operations = [
		{ name: 'phone update', node: 'lox24' as const, parameters: phoneUpdate },
		{ name: 'bulk cancel', node: 'lox24' as const, parameters: bulkCancel },
		{ name: 'batch cancel', node: 'lox24' as const, parameters: smsBatchCancel },
	];

	const idempotent = operations.slice(0, 2);

	test.each(idempotent)('$name: 204 without a body', async ({ node, parameters }) => {
		sandbox.faults.add({ kind: 'body', status: 204, body: '', times: 1 });
		const { main, pairedMain } = await run({ node, parameters, url: sandbox.url });
		expect(main.map(({ json }) => json)).toEqual([{ success: true }]);
		expect(pairedMain).toEqual([0]);
	});

	const foreign = ['', '[]', '{}', '7', '"ok"', '{"login":"required"}', '{"message":"Welcome"}'];

	test.each(operations.flatMap((operation) => foreign.map((body) => ({ ...operation, body }))))(
		'$name: 200 with $body does not come from LOX24',
		async ({ node, parameters, body }) => {
			sandbox.faults.add({ kind: 'body', status: 200, body, times: 5 });
			const { error } = await run({ node, parameters, url: sandbox.url });
			expect(error?.message).toMatch(/does not look like one from LOX24|web page instead of/);
			expect(error?.description).toContain('look it up before you send it again');
		},
	);

	test('an array where an object is expected gives an item for each element', async () => {
		const body = '[{"id":1},{"id":2}]';
		sandbox.faults.add({ kind: 'body', status: 200, body, times: 2 });
		const { main, pairedMain } = await run({
			node: 'lox24',
			parameters: phoneUpdate,
			items: [{}, {}],
			url: sandbox.url,
		});
		expect(main.map(({ json }) => json.id)).toEqual([1, 2, 1, 2]);
		expect(pairedMain).toEqual([0, 0, 1, 1]);
	});

	test('200 with a page instead of JSON is not a success', async () => {
		sandbox.faults.add({ kind: 'html', status: 200, times: 5 });
		const { error } = await run({ node: 'lox24', parameters: phoneUpdate, url: sandbox.url });
		expect(error?.message).toContain('web page instead of');
	});

	test('502 with the page of a proxy is explained, without the page', async () => {
		sandbox.faults.add({ kind: 'html', status: 502, times: 5 });
		const { error } = await run({ node: 'lox24', parameters: phoneUpdate, url: sandbox.url });
		expect(error?.message).toBe('LOX24 could not process the request (HTTP 502)');
		expect(error?.description).toContain('proxy');
		expect(JSON.stringify(error)).not.toContain('<html');
	});

	test('a redirect is not followed', async () => {
		sandbox.faults.add({
			kind: 'status',
			status: 302,
			headers: { location: `${sandbox.url}/me` },
			times: 1,
		});
		const { error } = await run({ node: 'lox24', parameters: phoneUpdate, url: sandbox.url });
		expect(error?.message).toContain('redirects');
		expect(sandbox.journal.entries()).toHaveLength(1);
	});

	test('VoipNow: an update answered with 204 gives what was sent, with type and ID', async () => {
		sandbox.settings.eventUpdateResponse = 204;
		const { main } = await run({ node: 'voipNow', parameters: eventUpdate, url: sandbox.url });
		expect(main.map(({ json }) => json)).toEqual([
			{
				success: true,
				type: 0,
				typeName: 'Dial-In',
				id: 'NqeyDRqo4FtabmFj8gNWq3hsiGNYyq',
				method: 1,
				methodName: 'POST',
				note: 'I want to use POST for my event',
				url: 'http://myevent.com/SaveMyPhoneCallDetails',
				status: 1,
				statusName: 'Enabled',
			},
		]);
	});

	test.each(['canceled_sms_count', 'deleted_sms_count'] as const)(
		'batch cancel: the count comes out under one name, also when the service says %s',
		async (key) => {
			sandbox.settings.cancelCountKey = key;
			const { main } = await run({ node: 'lox24', parameters: smsBatchCancel, url: sandbox.url });
			expect(main.map(({ json }) => json)).toEqual([{ canceled_sms_count: 2 }]);
		},
	);

	test('optional fields left empty are absent from the wire', async () => {
		await run({
			node: 'lox24',
			parameters: { ...phoneUpdate, updateFields: { b: 'x' } },
			url: sandbox.url,
		});
		await run({
			node: 'lox24',
			parameters: {
				resource: 'sms',
				operation: 'getAll',
				// A batch operation refuses an empty filter, see batchFilters.test.ts.
				filters: { uuid: [''], text: 'Test', phone: '', iso2: [], createdAtRange: {} },
			},
			url: sandbox.url,
		});
		await run({
			node: 'voipNow',
			parameters: { ...eventUpdate, updateFields: { status: '1' } },
			url: sandbox.url,
		});
		const [update, list, event] = sandbox.journal.entries();
		expect(update.body).toBe('{"phone":"+93701234567","b":"x"}');
		expect(list.query).toBe('text=Test');
		expect(event.body).toBe('{"status":"1"}');
	});

	test('an update with an empty field is refused, or makes it empty if the user says so', async () => {
		const parameters = { ...phoneUpdate, updateFields: { a: '', b: 'x' } };
		const { error } = await run({ node: 'lox24', parameters, url: sandbox.url });
		expect(error?.message).toBe('Column A is empty');
		expect(error?.description).toContain('Clear Empty Fields');
		expect(sandbox.journal.entries()).toEqual([]);

		const options = { clearEmptyFields: true };
		await run({ node: 'lox24', parameters: { ...parameters, options }, url: sandbox.url });
		expect(sandbox.journal.entries()[0].body).toBe('{"phone":"+93701234567","a":"","b":"x"}');
	});

	test('values go to the wire as given', async () => {
		const phone = ' +49 (151) 📞 ';
		const updateFields = { a: 'Mr. ', b: '12.34', c: 'Zoë ✓', d: '"quoted"', e: '../x' };
		await run({
			node: 'lox24',
			parameters: { ...phoneUpdate, phone, updateFields },
			url: sandbox.url,
		});
		expect(sandbox.journal.entries()[0].json).toEqual({ phone, ...updateFields });
	});
});
