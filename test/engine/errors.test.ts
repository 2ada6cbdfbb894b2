import { type Sandbox, startSandbox } from '../../sandbox';
import { ALL_ON_ERROR, bulkCancel, eventUpdate, phoneUpdate, smsBatchCancel } from './given';
import { run } from './run';

/** Words that do not help anybody (n8n's UX guidelines). */
const EMPTY_WORDS = /\b(error|problem|failure|mistake)s?\b/i;

describe('errors: what a person reads', () => {
	let sandbox: Sandbox;

	beforeAll(async () => {
		sandbox = await startSandbox();
	});
	afterAll(async () => await sandbox.close());
	beforeEach(() => sandbox.reset());

	const problem = JSON.stringify({
		type: 'about:blank',
		title: 'An event occurred',
		detail: 'callback_data: This value is too long.',
		violations: [
			{ propertyPath: 'callback_data', message: 'This value is too long.', code: 'x' },
			{ propertyPath: 'phone', message: 'This value should not be blank.', code: 'y' },
		],
	});

	const lox24 = [
		{ status: 400, message: 'LOX24 did not accept the input', step: 'Correct the fields' },
		{ status: 401, message: 'LOX24 refused the token', step: 'Check the token' },
		{ status: 402, message: 'not enough credit', step: 'Top up' },
		{ status: 403, message: 'not active yet', step: '24 hours' },
		{ status: 404, message: 'LOX24 did not find it (PUT /phones/12344)', step: 'Check the ID' },
		{ status: 409, message: 'already exists', step: 'existing entry' },
		{ status: 422, message: 'could not process the input', step: 'Correct the fields' },
		{ status: 429, message: 'blocked the IP address', step: 'wait ten minutes' },
		{ status: 500, message: 'could not process the request (HTTP 500)', step: 'request ID' },
		{ status: 502, message: 'could not process the request (HTTP 502)', step: 'request ID' },
		{ status: 503, message: 'could not process the request (HTTP 503)', step: 'request ID' },
		{ status: 504, message: 'could not process the request (HTTP 504)', step: 'request ID' },
		{ status: 418, message: 'did not accept the request (HTTP 418)', step: 'parameters' },
	];
	const modes = lox24.flatMap((one) => ALL_ON_ERROR.map((onError) => ({ ...one, onError })));

	test.each(modes)('LOX24 $status, $onError', async ({ status, message, step, onError }) => {
		sandbox.faults.add({ kind: 'status', status, body: problem, times: 10 });
		const given = { node: 'lox24' as const, parameters: phoneUpdate, url: sandbox.url, onError };
		const { error, main, errors, pairedMain, pairedErrors } = await run(given);

		if (onError === 'stopWorkflow') {
			expect(error?.message).toContain(message);
			expect(error?.message).toContain('Callback Data: This value is too long.');
			expect(error?.message).toContain('Phone Number: This value should not be blank.');
			expect(error?.description).toContain(step);
			expect(error?.httpCode).toBe(String(status));
			expect(error?.context?.itemIndex).toBe(0);
			expect(`${error?.message} ${error?.description}`).not.toMatch(EMPTY_WORDS);
			expect(main).toEqual([]);
			return;
		}
		const isErrorOutput = onError === 'continueErrorOutput';
		const [failed] = isErrorOutput ? errors : main;
		expect(isErrorOutput ? main : errors).toEqual([]);
		expect(failed.json.error).toContain(message);
		expect(failed.json.error).toContain('Callback Data: This value is too long.');
		expect(failed.json.details).toMatchObject({
			httpCode: String(status),
			description: expect.stringContaining(step),
			violations: [
				'Callback Data: This value is too long.',
				'Phone Number: This value should not be blank.',
			],
		});
		expect(isErrorOutput ? pairedErrors : pairedMain).toEqual([0]);
	});

	test.each([
		['msg_groups', 'Group Names or IDs'],
		['address.city', 'Address, City'],
		['address.iso2', 'Address, Country'],
		['address.street_name', 'Address, Street'],
		['routing_strategy[0].sender_id', 'Channels 1, Sender ID'],
		['routing_strategy[1].timeout_sec', 'Channels 2, Timeout (Seconds)'],
		['phones[0]', 'Phone Numbers 1'],
		['[2].a', '3, Column A'],
		['deleted_at', 'Delete At'],
		['unheard_of[4].thing', 'unheard_of 5, thing'],
	])('LOX24: a violation of %s speaks of "%s"', async (propertyPath, label) => {
		const violations = [{ propertyPath, message: 'No.' }];
		const body = JSON.stringify({ title: 'no', violations });
		sandbox.faults.add({ kind: 'status', status: 422, body, times: 1 });
		const { error } = await run({ node: 'lox24', parameters: phoneUpdate, url: sandbox.url });
		expect(error?.message).toContain(`input: ${label}: No.`);
	});

	test('LOX24: the words are found in every form of the body', async () => {
		const bodies = [
			{ detail: 'said in detail' },
			{ 'hydra:description': 'said in hydra description', 'hydra:title': 'no' },
			{ description: 'said in description' },
			{ 'hydra:title': 'said in hydra title' },
			{ title: 'said in title' },
		];
		for (const body of bodies) {
			sandbox.faults.add({ kind: 'status', status: 422, body: JSON.stringify(body), times: 1 });
			const { error } = await run({ node: 'lox24', parameters: phoneUpdate, url: sandbox.url });
			expect(error?.message).toContain(': said in');
		}
	});

	test.each(['', '[]', '"text"', 'null', '{"violations":"none"}', '{"detail":5}'])(
		'LOX24: a refusal with the body %j is still explained',
		async (body) => {
			sandbox.faults.add({ kind: 'status', status: 422, body, times: 1 });
			const { error } = await run({ node: 'lox24', parameters: phoneUpdate, url: sandbox.url });
			expect(error?.message).toContain('LOX24 could not process the input');
		},
	);

	test('LOX24: a bulk that is done already', async () => {
		const finished = [...sandbox.state.bulks.values()].find(
			({ status_code }) => status_code === 10,
		);
		const { error } = await run({
			node: 'lox24',
			parameters: { ...bulkCancel, bulkId: { __rl: true, mode: 'id', value: finished!.uuid } },
			url: sandbox.url,
		});
		expect(error?.message).toMatch(/LOX24 (did not accept|could not process) the input/);
	});

	const codes = [
		{ code: 'pce_type_invalid', title: 'Event Type' },
		{ code: 'pce_id_invalid', title: 'Event ID' },
		{ code: 'pce_method_invalid', title: 'Method' },
		{ code: 'pce_note_invalid', title: 'Note' },
		{ code: 'pce_url_invalid', title: 'URL' },
		{ code: 'pce_status_invalid', title: 'Status' },
		{ code: 'extension_invalid', title: 'Extension' },
		{ code: 'pce_access_denied', title: 'manage the call events' },
		{ code: 'pcet_type_invalid', title: 'Event Type' },
	].map((one) => ({ ...one, status: 400 }));
	const voipNow = [
		...codes,
		{ code: 'access_denied', title: 'refused the access token', status: 401 },
		{ code: '', title: 'refused the access token', status: 403 },
		{ code: 'request_not_implemented', title: 'does not know this operation', status: 501 },
		{ code: 'internal_server_error', title: 'could not process', status: 500 },
		{ code: 'something_new', title: 'did not accept PUT', status: 400 },
	];
	const voipNowModes = voipNow.flatMap((one) =>
		ALL_ON_ERROR.map((onError) => ({ ...one, onError })),
	);

	test.each(voipNowModes)(
		'VoipNow $status $code, $onError',
		async ({ code, title, status, onError }) => {
			const body = code ? JSON.stringify({ error: { code, message: 'said by VoipNow' } }) : '';
			sandbox.faults.add({ kind: 'status', status, body, times: 10 });
			const given = {
				node: 'voipNow' as const,
				parameters: eventUpdate,
				url: sandbox.url,
				onError,
			};
			const { error, main, errors } = await run(given);

			if (onError === 'stopWorkflow') {
				expect(error?.message).toContain(title);
				if (code) expect(error?.message).toContain('said by VoipNow');
				expect(error?.httpCode).toBe(String(status));
				expect(error?.description).toBeTruthy();
				expect(`${error?.message} ${error?.description}`).not.toMatch(EMPTY_WORDS);
				return;
			}
			const [failed] = onError === 'continueErrorOutput' ? errors : main;
			expect(failed.json.error).toContain(title);
			expect(failed.json.details).toMatchObject({
				httpCode: String(status),
				...(code && { code }),
			});
		},
	);

	test('VoipNow: a refusal inside a 200 is a refusal, whatever the code', async () => {
		const body = JSON.stringify({ error: { code: 'pce_url_invalid', message: 'no' } });
		sandbox.faults.add({ kind: 'body', status: 200, body, times: 1 });
		const { error } = await run({ node: 'voipNow', parameters: eventUpdate, url: sandbox.url });
		expect(error?.message).toContain('URL');
	});

	test('VoipNow: the OAuth form, where the error is a string', async () => {
		sandbox.faults.add({
			kind: 'status',
			status: 400,
			body: '{"error":"invalid_client"}',
			times: 1,
		});
		const { main } = await run({
			node: 'voipNow',
			parameters: eventUpdate,
			url: sandbox.url,
			onError: 'continueRegularOutput',
		});
		expect(main[0].json.details).toMatchObject({ code: 'invalid_client' });
	});

	test('no message, detail or stored error ever holds a token', async () => {
		const lox24Token = '1000001:very-secret-value';
		const voipNowToken = 'very-secret-value';
		const leaky = JSON.stringify({ detail: 'no', headers: 'x' });
		for (const status of [400, 401, 403, 422, 429, 500, 502]) {
			for (const onError of ALL_ON_ERROR) {
				sandbox.reset();
				sandbox.faults.add({ kind: 'status', status, body: leaky, times: 20 });
				const results = [
					await run({
						node: 'lox24',
						parameters: smsBatchCancel,
						url: sandbox.url,
						token: lox24Token,
						onError,
					}),
					await run({
						node: 'voipNow',
						parameters: eventUpdate,
						url: sandbox.url,
						token: voipNowToken,
						onError,
					}),
				];
				for (const { error, ...rest } of results) {
					const stored = JSON.stringify([
						rest,
						error,
						error && Object.entries(error),
						error?.stack,
					]);
					expect(stored).not.toContain('very-secret-value');
				}
			}
		}
	});

	test.each([
		{ field: 'Callback Data', parameters: { updateFields: { callbackData: 'x'.repeat(37) } } },
		{ field: 'Column A', parameters: { updateFields: { a: 'x'.repeat(1531) } } },
		{ field: 'Phone Number', parameters: { phone: '1'.repeat(31) } },
	])('LOX24: $field is too long: refused before sending', async ({ field, parameters }) => {
		const { error } = await run({
			node: 'lox24',
			parameters: { ...phoneUpdate, ...parameters },
			url: sandbox.url,
		});
		expect(error?.message).toContain(`${field} is too long`);
		expect(sandbox.journal.entries()).toEqual([]);
	});

	test.each([
		{ what: 'nothing to change', updateFields: {}, message: 'nothing to change' },
		{ what: 'a long note', updateFields: { note: 'x'.repeat(1025) }, message: 'Note is too long' },
		{ what: 'a path as URL', updateFields: { url: '/calls' }, message: 'URL is not valid' },
		{
			what: 'another scheme',
			updateFields: { url: 'ftp://x.example' },
			message: 'URL is not valid',
		},
		{ what: 'a space', updateFields: { url: 'http://x.example/a b' }, message: 'URL is not valid' },
	])('VoipNow: $what: refused before sending', async ({ updateFields, message }) => {
		const { error } = await run({
			node: 'voipNow',
			parameters: { ...eventUpdate, updateFields },
			url: sandbox.url,
		});
		expect(error?.message).toContain(message);
		expect(sandbox.journal.entries()).toEqual([]);
	});

	test('LOX24: a number that an expression did not find is refused before sending', async () => {
		const { errors, pairedErrors } = await run({
			node: 'lox24',
			parameters: { ...phoneUpdate, phone: '={{ $json.number }}' },
			items: [{ number: '+491' }, {}, { number: '' }, { number: null }],
			url: sandbox.url,
			onError: 'continueErrorOutput',
		});
		expect(errors.map(({ json }) => json.error)).toEqual(Array(3).fill('Phone Number is empty'));
		expect(pairedErrors).toEqual([1, 2, 3]);
		expect(sandbox.journal.entries()).toHaveLength(1);
	});

	test('a 1024 character note of emoji counts characters, not bytes', async () => {
		const { error } = await run({
			node: 'voipNow',
			parameters: { ...eventUpdate, updateFields: { note: '📞'.repeat(1024) } },
			url: sandbox.url,
		});
		expect(error).toBeUndefined();
	});
});
