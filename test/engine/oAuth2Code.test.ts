import type { ICredentialDataDecryptedObject, IDataObject } from 'n8n-workflow';

import { type Sandbox, startSandbox } from '../../sandbox';
import { manyItems } from './given';
import { credentialOf, MINUTE, requestsTo, runWith, TOKEN } from './oAuth2Given';

describe('VoipNow, OAuth2: authorization code', () => {
	let sandbox: Sandbox;

	beforeAll(async () => {
		sandbox = await startSandbox();
	});
	afterAll(async () => await sandbox.close());
	beforeEach(() => sandbox.reset());

	/** What the browser and n8n do when the user connects the credential. */
	async function connected(): Promise<ICredentialDataDecryptedObject> {
		const { key, secret } = sandbox.voipNowApps.consent;
		const redirectUri = 'https://n8n.example.com/rest/oauth2-credential/callback';
		const query = new URLSearchParams({
			response_type: 'code',
			client_id: key,
			redirect_uri: redirectUri,
			state: 'a-state-of-16-characters',
		});
		const consent = await fetch(`${sandbox.url}/oauth/authorize.php?${query.toString()}`, {
			redirect: 'manual',
		});
		const code = new URL(consent.headers.get('location')!).searchParams.get('code')!;
		const response = await fetch(`${sandbox.url}${TOKEN}`, {
			method: 'POST',
			body: new URLSearchParams({
				grant_type: 'authorization_code',
				code,
				redirect_uri: redirectUri,
				client_id: key,
				client_secret: secret,
			}),
		});
		sandbox.journal.clear();
		return credentialOf(sandbox, {
			grantType: 'authorizationCode',
			clientId: key,
			clientSecret: secret,
			oauthTokenData: (await response.json()) as never,
		});
	}

	test('a token that has ended is refreshed, and the new refresh token is kept', async () => {
		const oAuth2 = await connected();
		const { refresh_token: before } = oAuth2.oauthTokenData as unknown as IDataObject;
		sandbox.clock.advance(3601);
		const { error, main } = await runWith(oAuth2, { items: manyItems(50) });

		expect(error).toBeUndefined();
		expect(main).toHaveLength(50);
		const { tokens, refused } = requestsTo(sandbox);
		expect(refused).toHaveLength(1);
		expect(tokens).toHaveLength(1);
		expect(Object.fromEntries(new URLSearchParams(tokens[0].body))).toEqual({
			grant_type: 'refresh_token',
			refresh_token: '***',
			client_id: sandbox.voipNowApps.consent.key,
			client_secret: '***',
		});
		const { refresh_token: after } = oAuth2.oauthTokenData as unknown as IDataObject;
		expect(after).toEqual(expect.any(String));
		expect(after).not.toBe(before);

		sandbox.clock.advance(3601);
		expect((await runWith(oAuth2)).error).toBeUndefined();
	});

	test('a refresh token that is refused: the user has to connect again', async () => {
		const oAuth2 = await connected();
		Object.assign(oAuth2.oauthTokenData!, { refresh_token: 'used' });
		sandbox.clock.advance(3601);
		const { main } = await runWith(oAuth2, {
			items: manyItems(50),
			onError: 'continueRegularOutput',
		});

		expect(sandbox.journal.entries()).toHaveLength(2);
		expect(main).toHaveLength(50);
		for (const { json } of main) {
			expect(json.error).toBe('The credential has no access token for VoipNow, or an expired one');
			expect(json.details).toMatchObject({
				description: expect.stringContaining('connect it again'),
			});
		}
	});

	test('a token that came without a refresh token: no renewal is tried', async () => {
		const oAuth2 = await connected();
		Object.assign(oAuth2.oauthTokenData!, {
			refresh_token: undefined,
			n8n_expires_at: String(Date.now() + MINUTE),
		});
		expect((await runWith(oAuth2)).error).toBeUndefined();

		sandbox.clock.advance(3601);
		sandbox.journal.clear();
		const { error } = await runWith(oAuth2, { items: manyItems(20) });
		expect(error?.message).toContain('VoipNow refused the access token');
		expect(error?.description).toContain('connect it again');
		expect(sandbox.journal.entries()).toHaveLength(1);
	});

	test('a credential nobody has connected', async () => {
		const { error } = await runWith(credentialOf(sandbox, { grantType: 'authorizationCode' }));
		expect(error?.message).toContain('has no access token for VoipNow');
		expect(sandbox.journal.entries()).toEqual([]);
	});
});
