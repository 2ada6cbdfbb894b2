import { type Sandbox, startSandbox } from '../../sandbox';
import { ALL_ON_ERROR, manyItems } from './given';
import { credentialOf, requestsTo, runWith, storedToken, TOKEN, visible } from './oAuth2Given';

describe('VoipNow, OAuth2: no token, or one that is refused', () => {
	let sandbox: Sandbox;

	beforeAll(async () => {
		sandbox = await startSandbox();
	});
	afterAll(async () => await sandbox.close());
	beforeEach(() => sandbox.reset());

	const modes = ALL_ON_ERROR.flatMap((onError) =>
		[false, true].map((retryOnFail) => ({ onError, retryOnFail })),
	);

	test.each(modes)(
		'a wrong secret costs one token request and tells nothing ($onError, Retry On Fail: $retryOnFail)',
		async ({ onError, retryOnFail }) => {
			const oAuth2 = credentialOf(sandbox, { clientSecret: 'wrong-and-private' });
			const result = await runWith(oAuth2, { items: manyItems(50), onError, retryOnFail });

			const { tokens, calls } = requestsTo(sandbox);
			expect(tokens).toHaveLength(1);
			expect(calls).toEqual([]);
			expect(visible(result)).not.toContain('wrong-and-private');
			const message = 'VoipNow did not accept the key or the secret of the app (invalid_client)';
			if (onError === 'stopWorkflow') {
				expect(result.error?.message).toBe(message);
				expect(result.error?.description).toContain('Check Client ID (the App key)');
				return;
			}
			const failed = onError === 'continueErrorOutput' ? result.errors : result.main;
			expect(failed).toHaveLength(50);
			for (const { json } of failed) expect(json.error).toBe(message);
		},
	);

	test('an app that is not trusted', async () => {
		const { key, secret } = sandbox.voipNowApps.consent;
		const { error } = await runWith(credentialOf(sandbox, { clientId: key, clientSecret: secret }));
		expect(error?.message).toBe('VoipNow returned no access token (unauthorized_client)');
		expect(error?.description).toContain('marked as trusted');
	});

	test.each([401, 403])(
		'a renewed token that is refused again (%i): one request, one renewal, one request, the end',
		async (status) => {
			sandbox.faults.add({ path: '/uapi/*', kind: 'status', status, body: '', times: 'always' });
			const oAuth2 = credentialOf(sandbox, { oauthTokenData: storedToken(sandbox, 30) });
			const result = await runWith(oAuth2, {
				items: manyItems(100),
				onError: 'continueErrorOutput',
				retryOnFail: true,
			});

			expect(sandbox.journal.entries().map(({ path }) => path === TOKEN)).toEqual([
				false,
				true,
				false,
			]);
			expect(result.errors).toHaveLength(100);
			for (const { json } of result.errors) {
				expect(json.error).toBe('VoipNow refused the access token');
				expect(json.details).toMatchObject({
					httpCode: String(status),
					description: expect.stringContaining('had just been renewed'),
				});
			}
			const secrets = [sandbox.voipNowApps.trusted.secret, sandbox.tokens.voipNow];
			for (const secret of secrets) expect(visible(result)).not.toContain(secret);
		},
	);

	test('refused in the middle of a run, and again after renewal: one item tries the new token', async () => {
		sandbox.faults.add({
			path: '/uapi/*',
			kind: 'status',
			status: 401,
			body: '',
			skip: 30,
			times: 'always',
		});
		const { main } = await runWith(
			credentialOf(sandbox, { oauthTokenData: storedToken(sandbox, 30) }),
			{
				items: manyItems(200),
				onError: 'continueRegularOutput',
			},
		);

		const { tokens, refused } = requestsTo(sandbox);
		expect(tokens).toHaveLength(1);
		expect(refused.length).toBeLessThanOrEqual(11);
		expect(main).toHaveLength(200);
		expect(main.filter(({ json }) => json.error === undefined)).toHaveLength(30);
	});

	test('a refusal with a code of its own is not about the token', async () => {
		const body = JSON.stringify({ error: { code: 'pce_access_denied', message: 'No.' } });
		sandbox.faults.add({ path: '/uapi/*', kind: 'status', status: 403, body });
		const { error } = await runWith(
			credentialOf(sandbox, { oauthTokenData: storedToken(sandbox, 30) }),
		);

		expect(requestsTo(sandbox).tokens).toEqual([]);
		expect(error?.message).toContain('does not let this account manage');
	});

	describe('when the token page is out of order', () => {
		test('renewal ahead of time may fail as long as the token is good', async () => {
			sandbox.faults.add({ path: TOKEN, kind: 'status', status: 503, times: 'always' });
			const oAuth2 = credentialOf(sandbox, { oauthTokenData: storedToken(sandbox, 4) });
			const { error, main } = await runWith(oAuth2, { items: manyItems(30) });

			expect(error).toBeUndefined();
			expect(main).toHaveLength(30);
			expect(requestsTo(sandbox).tokens).toHaveLength(1);
		});

		test('a token that has ended is sent once at most, and not at all when that is known', async () => {
			const refusedOnce = storedToken(sandbox, 30, { access_token: 'ended' });
			const known = storedToken(sandbox, -1, { access_token: 'ended' });
			for (const { oauthTokenData, refusals } of [
				{ oauthTokenData: refusedOnce, refusals: 1 },
				{ oauthTokenData: known, refusals: 0 },
			]) {
				sandbox.reset();
				sandbox.faults.add({ path: TOKEN, kind: 'status', status: 503, times: 2 });
				const { error, main } = await runWith(credentialOf(sandbox, { oauthTokenData }), {
					items: manyItems(10),
				});
				expect(error).toBeUndefined();
				expect(main).toHaveLength(10);
				expect(requestsTo(sandbox).tokens).toHaveLength(3);
				expect(requestsTo(sandbox).refused).toHaveLength(refusals);
			}
		});

		test('no first token: three tries, not one for each item', async () => {
			sandbox.faults.add({ path: TOKEN, kind: 'status', status: 503, times: 'always' });
			const { main } = await runWith(credentialOf(sandbox), {
				items: manyItems(50),
				onError: 'continueRegularOutput',
			});

			expect(sandbox.journal.entries()).toHaveLength(3);
			expect(main).toHaveLength(50);
			for (const { json } of main)
				expect(json.error).toBe('VoipNow returned no access token (HTTP 503)');
		});

		test('a lost connection is made again', async () => {
			sandbox.faults.add({ path: TOKEN, kind: 'reset-before', times: 1 });
			const { error } = await runWith(credentialOf(sandbox));
			expect(error).toBeUndefined();
			expect(requestsTo(sandbox).calls).toHaveLength(1);
		});

		test('the page of a proxy', async () => {
			sandbox.faults.add({ path: TOKEN, kind: 'html', status: 200, times: 'always' });
			const { error } = await runWith(credentialOf(sandbox), { items: manyItems(10) });
			expect(error?.message).toContain('did not respond like VoipNow');
			expect(sandbox.journal.entries()).toHaveLength(1);
		});
	});
});
