import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { type Sandbox, startSandbox } from '../../sandbox';
import { TestCredentialsHelper } from './credentialsHelper';
import { eventUpdate, manyItems } from './given';
import { run } from './run';

const parameters = { ...eventUpdate, authentication: 'oAuth2' };

/** Forms in which a host is no host, with what may be seen of it. */
const NO_HOSTS = [
	'voipnow.example.com/uapi',
	'https://voipnow.example.com/a/b',
	'https://voipnow.example.com?x=1',
	'https://voipnow.example.com#x',
	'https://user:hidden@voipnow.example.com',
	'user:hidden@voipnow.example.com',
	'ftp://voipnow.example.com',
	'https:voipnow.example.com',
	'voipnow.example.com:port',
	'voipnow.example.com:65536',
	'voipnow.example.com:99999',
	'voipnow.example.com:0',
	'voip now.example.com',
	'https://',
	'',
];

async function resolve(stored: ICredentialDataDecryptedObject) {
	const helper = new TestCredentialsHelper({ voipNowOAuth2Api: stored });
	return await helper.getDecrypted(
		{} as never,
		{ id: '3', name: 'VoipNow app' },
		'voipNowOAuth2Api',
		'internal',
	);
}

describe('VoipNow, OAuth2: addresses come from the field Host', () => {
	test.each([
		['voipnow.example.com', 'https://voipnow.example.com'],
		['voipnow.example.com/', 'https://voipnow.example.com'],
		['voipnow.example.com:8443', 'https://voipnow.example.com:8443'],
		['https://voipnow.example.com', 'https://voipnow.example.com'],
		['https://voipnow.example.com//', 'https://voipnow.example.com'],
		['http://10.0.0.7:8080/', 'http://10.0.0.7:8080'],
		['HTTPS://VoipNow.example.com', 'HTTPS://VoipNow.example.com'],
		['  voipnow.example.com ', 'https://voipnow.example.com'],
		['[2001:db8::7]:8443', 'https://[2001:db8::7]:8443'],
		['voipnow.example.com:65535', 'https://voipnow.example.com:65535'],
		['https:8443', 'https://https:8443'],
	])('%s', async (baseUrl, origin) => {
		for (const grantType of ['clientCredentials', 'authorizationCode']) {
			const resolved = await resolve({ baseUrl, grantType });
			expect(resolved.accessTokenUrl).toBe(`${origin}/oauth/token.php`);
			expect(resolved.authUrl).toBe(`${origin}/oauth/authorize.php`);
			expect(resolved.authentication).toBe('body');
		}
	});

	test('an authorization code is exchanged with n8n’s own redirect_uri', async () => {
		const baseUrl = 'voipnow.example.com';
		const trusted = await resolve({ baseUrl, grantType: 'clientCredentials' });
		expect(JSON.parse(String(trusted.additionalBodyProperties))).toEqual({
			type: 'unifiedapi',
			redirect_uri: 'https://voipnow.example.com/oauth/token.php',
		});
		const consent = await resolve({ baseUrl, grantType: 'authorizationCode' });
		expect(JSON.parse(String(consent.additionalBodyProperties))).toEqual({});
	});

	test.each(NO_HOSTS)('%j: nothing can be sent to it', async (baseUrl) => {
		const { accessTokenUrl, authUrl } = await resolve({ baseUrl });
		expect(URL.canParse(String(accessTokenUrl))).toBe(false);
		expect(URL.canParse(String(authUrl))).toBe(false);

		const { error } = await run({
			node: 'voipNow',
			parameters,
			url: '',
			oAuth2: { baseUrl, clientId: 'key', clientSecret: 'hidden' },
		});
		expect(error?.message).toContain('Host in the VoipNow credential is not valid');
		expect(error?.description).toContain('Nothing was sent');
		expect(JSON.stringify([error, error?.message])).not.toContain('hidden');
	});
});

describe('VoipNow, OAuth2: a certificate that nobody vouches for', () => {
	let sandbox: Sandbox;

	beforeAll(async () => {
		sandbox = await startSandbox({ https: true });
	});
	afterAll(async () => await sandbox.close());
	beforeEach(() => sandbox.reset());

	function credential(changes: ICredentialDataDecryptedObject): ICredentialDataDecryptedObject {
		const { key, secret } = sandbox.voipNowApps.trusted;
		return { baseUrl: sandbox.url, clientId: key, clientSecret: secret, ...changes };
	}

	function good() {
		return {
			access_token: sandbox.tokens.voipNow,
			n8n_expires_at: String(Date.now() + 3_600_000),
		} as never;
	}

	test.each([
		'https://127.0.0.1:PORT',
		'127.0.0.1:PORT',
		'127.0.0.1:PORT/',
		'https://localhost:PORT/',
	])('Ignore SSL Issues covers tokens and requests: %s', async (form) => {
		const baseUrl = form.replace('PORT', new URL(sandbox.url).port);
		const { error, main } = await run({
			node: 'voipNow',
			parameters,
			url: sandbox.url,
			oAuth2: credential({ baseUrl, ignoreSSLIssues: true }),
			items: manyItems(5),
		});
		expect(error).toBeUndefined();
		expect(main).toHaveLength(5);
		expect(sandbox.journal.entries()).toHaveLength(6);
	});

	test.each([
		{ what: 'the token', oauthTokenData: () => undefined as never },
		{ what: 'the request', oauthTokenData: good },
	])('without it, $what is not sent', async ({ oauthTokenData }) => {
		const { main } = await run({
			node: 'voipNow',
			parameters,
			url: sandbox.url,
			oAuth2: credential({ oauthTokenData: oauthTokenData() }),
			items: manyItems(20),
			onError: 'continueRegularOutput',
		});
		expect(main).toHaveLength(20);
		for (const { json } of main) {
			expect(json.error).toBe('The TLS certificate of VoipNow was not accepted');
			expect(json.details).toMatchObject({
				description: expect.stringContaining('Ignore SSL Issues (Insecure)'),
				effect: 'none',
			});
		}
		expect(sandbox.journal.entries()).toEqual([]);
	});
});
