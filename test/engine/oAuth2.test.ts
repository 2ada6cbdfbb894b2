import type { IDataObject } from 'n8n-workflow';

import { type Sandbox, startSandbox } from '../../sandbox';
import { editorContext } from './editorContext';
import { eventUpdate, manyItems } from './given';
import {
	credentialOf,
	MINUTE,
	parameters,
	requestsTo,
	runWith,
	storedToken,
	TOKEN,
} from './oAuth2Given';
import { NODES } from './run';

describe('VoipNow, OAuth2: tokens are fetched and renewed', () => {
	let sandbox: Sandbox;

	beforeAll(async () => {
		sandbox = await startSandbox();
	});
	afterAll(async () => await sandbox.close());
	beforeEach(() => sandbox.reset());

	test('the first token: the fields the vendor’s clients send, in the body', async () => {
		const oAuth2 = credentialOf(sandbox);
		const { error, main } = await runWith(oAuth2);

		expect(error).toBeUndefined();
		expect(main).toHaveLength(1);
		const { tokens, calls } = requestsTo(sandbox);
		expect(tokens).toHaveLength(1);
		const [{ method, url, headers, body, warnings }] = tokens;
		expect({ method, url, warnings }).toEqual({ method: 'POST', url: TOKEN, warnings: [] });
		expect(headers['content-type']).toMatch(/^application\/x-www-form-urlencoded/);
		expect(headers.authorization).toBeUndefined();
		expect(Object.fromEntries(new URLSearchParams(body))).toEqual({
			grant_type: 'client_credentials',
			type: 'unifiedapi',
			redirect_uri: `${sandbox.url}${TOKEN}`,
			client_id: sandbox.voipNowApps.trusted.key,
			client_secret: '***',
		});
		expect(calls).toHaveLength(1);
		expect(calls[0].headers.authorization).toMatch(/^Bearer /);
		expect(oAuth2.oauthTokenData).toMatchObject({
			access_token: expect.stringMatching(/^[0-9a-f]{48}$/),
		});
	});

	test('many items and no token yet: one token request; the next run has it already', async () => {
		const oAuth2 = credentialOf(sandbox);
		await runWith(oAuth2, { items: manyItems(100) });
		const { main } = await runWith(oAuth2, { items: manyItems(100) });

		expect(main).toHaveLength(100);
		expect(requestsTo(sandbox).tokens).toHaveLength(1);
		expect(requestsTo(sandbox).refused).toEqual([]);
	});

	test('a bare response, with nothing but token and life, is enough', async () => {
		sandbox.changeSettings({ voipNowTokenResponse: 'bare' } as never);
		const { error } = await runWith(credentialOf(sandbox));
		expect(error).toBeUndefined();
	});

	test.each([401, 403] as const)(
		'200 items and a token that is refused with %i from the middle on: one more token, no item lost',
		async (voipNowTokenRefusal) => {
			sandbox.changeSettings({ voipNowTokenRefusal });
			const held = sandbox.hold(80);
			const oAuth2 = credentialOf(sandbox);
			const running = runWith(oAuth2, { items: manyItems(200) });
			await held.full(10);
			sandbox.clock.advance(3600);
			held.release();
			const { error, main, pairedMain } = await running;

			expect(error).toBeUndefined();
			expect(main).toHaveLength(200);
			expect(main.every(({ json }) => json.error === undefined)).toBe(true);
			expect(pairedMain).toEqual(Array.from({ length: 200 }, (_, index) => index));
			const { tokens, calls, refused } = requestsTo(sandbox);
			expect(tokens).toHaveLength(2);
			expect(refused).toHaveLength(10);
			expect(refused.every(({ status }) => status === voipNowTokenRefusal)).toBe(true);
			expect(calls).toHaveLength(200 + refused.length);
		},
	);

	test('phone calls and a token that ends in the middle: every phone rings once', async () => {
		const held = sandbox.hold(20);
		const running = runWith(credentialOf(sandbox), {
			parameters: {
				authentication: 'oAuth2',
				resource: 'phoneCall',
				operation: 'make',
				userId: '@me',
				extension: '0003*210',
				destination: '={{ "+1555000" + (1000 + $json.id) }}',
				additionalFields: { nonce: '={{ "call " + $json.id }}' },
			},
			items: manyItems(60),
		});
		await held.full(10);
		sandbox.clock.advance(3600);
		held.release();
		const { error, main } = await running;

		expect(error).toBeUndefined();
		expect(main).toHaveLength(60);
		const { tokens, calls, refused } = requestsTo(sandbox);
		expect(tokens).toHaveLength(2);
		expect(refused).toHaveLength(10);
		const rung = calls.filter(({ status }) => status === 200).map(({ body }) => body);
		expect(rung).toHaveLength(60);
		expect(new Set(rung).size).toBe(60);
	});

	test('a fax goes out whole with the second token', async () => {
		const oauthTokenData = storedToken(sandbox, 30, { access_token: 'ended' });
		const { error } = await runWith(credentialOf(sandbox, { oauthTokenData }), {
			parameters: {
				authentication: 'oAuth2',
				resource: 'fax',
				operation: 'send',
				userId: '@me',
				extension: '0003*210',
				recipients: ['+15551234567'],
				binaryPropertyName: 'data',
			},
			binary: {
				data: {
					data: Buffer.from('Hello fax').toString('base64'),
					mimeType: 'text/plain',
					fileName: 'hello.txt',
				},
			},
		});

		expect(error).toBeUndefined();
		const { calls, refused } = requestsTo(sandbox);
		expect(calls).toHaveLength(2);
		expect(refused).toHaveLength(1);
		const [first, second] = calls;
		expect(second.headers['content-length']).toBe(first.headers['content-length']);
		expect(Number(second.headers['content-length'])).toBeGreaterThan(100);
	});

	test.each([401, 403] as const)(
		'a list of the editor renews a token that is refused with %i',
		async (voipNowTokenRefusal) => {
			sandbox.changeSettings({ voipNowTokenRefusal });
			const oAuth2 = credentialOf(sandbox, {
				oauthTokenData: storedToken(sandbox, 30, { access_token: 'ended' }),
			});
			const context = editorContext({ node: 'voipNow', parameters, url: sandbox.url, oAuth2 });
			const search = NODES.voipNow.methods!.listSearch!.searchPhoneCallEvents;
			const { results } = await search.call(context);

			expect(results).toContainEqual(expect.objectContaining({ value: eventUpdate.eventId }));
			const { tokens, calls } = requestsTo(sandbox);
			expect([tokens.length, calls.length]).toEqual([1, 2]);
		},
	);

	test('a list of the editor says what is wrong with the credential', async () => {
		const oAuth2 = credentialOf(sandbox, { clientSecret: 'wrong' });
		const context = editorContext({ node: 'voipNow', parameters, url: sandbox.url, oAuth2 });
		const search = NODES.voipNow.methods!.listSearch!.searchPhoneCallEvents;
		await expect(search.call(context)).rejects.toThrow('VoipNow did not accept the key');
	});

	test('a token with less than five minutes left is renewed before it is used, once', async () => {
		const oAuth2 = credentialOf(sandbox, { oauthTokenData: storedToken(sandbox, 4) });
		const { error, main } = await runWith(oAuth2, { items: manyItems(50) });

		expect(error).toBeUndefined();
		expect(main).toHaveLength(50);
		const { tokens, refused } = requestsTo(sandbox);
		expect(tokens).toHaveLength(1);
		expect(refused).toEqual([]);
		const { access_token: token, n8n_expires_at: endsAt } =
			oAuth2.oauthTokenData as unknown as IDataObject;
		expect(token).not.toBe(sandbox.tokens.voipNow);
		expect(Number(endsAt)).toBeGreaterThan(Date.now() + 50 * MINUTE);
	});

	test('a token with more than five minutes left stays', async () => {
		await runWith(credentialOf(sandbox, { oauthTokenData: storedToken(sandbox, 6) }), {
			items: manyItems(20),
		});
		expect(requestsTo(sandbox).tokens).toEqual([]);
	});

	test('a token without a noted end stays until it is refused', async () => {
		const oauthTokenData = storedToken(sandbox, 0, {
			n8n_expires_at: undefined,
			access_token: 'ended',
		});
		const { error, main } = await runWith(credentialOf(sandbox, { oauthTokenData }), {
			items: manyItems(20),
		});

		expect(error).toBeUndefined();
		expect(main).toHaveLength(20);
		expect(requestsTo(sandbox).tokens).toHaveLength(1);
		expect(requestsTo(sandbox).refused).toHaveLength(1);
	});

	test('tokens that live for a minute are not renewed with each request', async () => {
		sandbox.changeSettings({ voipNowTokenLife: 60 });
		await runWith(credentialOf(sandbox), { items: manyItems(50) });
		expect(requestsTo(sandbox).tokens).toHaveLength(1);
	});

	test('a stored response without a token is replaced', async () => {
		const oauthTokenData = { error: 'try again' } as never;
		const { error } = await runWith(credentialOf(sandbox, { oauthTokenData }));
		expect(error).toBeUndefined();
		expect(requestsTo(sandbox).tokens).toHaveLength(1);
	});
});
