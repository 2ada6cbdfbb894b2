import { givenSandbox } from './given';

const given = givenSandbox();
const callback = 'https://n8n.example.com/rest/oauth2-credential/callback';
const state = 'a-state-of-more-than-16-characters';

const trusted = () => {
	const { key, secret } = given.sandbox.voipNowApps.trusted;
	return { client_id: key, client_secret: secret };
};
const consent = () => {
	const { key, secret } = given.sandbox.voipNowApps.consent;
	return { client_id: key, client_secret: secret };
};
const ask = (fields: Record<string, string>) =>
	given.plain('POST', '/oauth/token.php', { raw: new URLSearchParams(fields) });
const credentials = () => ask({ grant_type: 'client_credentials', ...trusted() });
const presence = (token: string) => given.uapi('GET', '/extensions/@me/@self/presence', { token });

async function authorized() {
	const query = new URLSearchParams({
		response_type: 'code',
		client_id: consent().client_id,
		redirect_uri: callback,
		state,
	});
	const response = await given.plain('GET', `/oauth/authorize.php?${query}`);
	expect(response.status).toBe(302);
	return new URL(response.headers.get('location')!);
}
const exchange = (code: string, more: Record<string, string> = {}) =>
	ask({
		grant_type: 'authorization_code',
		code,
		redirect_uri: callback,
		...consent(),
		...more,
	});

describe('client credentials', () => {
	it('give a token that works for an hour', async () => {
		const { status, json } = await credentials();
		expect([status, json]).toEqual([
			200,
			{ access_token: expect.any(String), expires_in: 3600, token_type: 'Bearer' },
		]);
		expect((await presence(json.access_token)).status).toBe(200);
		given.sandbox.clock.advance(3590);
		expect((await presence(json.access_token)).status).toBe(200);
		given.sandbox.clock.advance(11);
		const refused = await presence(json.access_token);
		expect([refused.status, refused.json.error.code]).toEqual([401, 'access_denied']);
	});

	it('are refused with 403 where the installation does that', async () => {
		given.sandbox.settings.voipNowTokenRefusal = 403;
		expect((await presence('another')).status).toBe(403);
	});

	it('live as long as the setting says, and no longer than the next reset', async () => {
		given.sandbox.settings.voipNowTokenLife = 60;
		const { json } = await credentials();
		expect(json.expires_in).toBe(60);
		given.sandbox.clock.advance(61);
		expect((await presence(json.access_token)).status).toBe(401);
		const { access_token: next } = (await credentials()).json;
		expect((await presence(next)).status).toBe(200);
		given.sandbox.reset();
		expect((await presence(next)).status).toBe(401);
	});

	it('can come without token_type', async () => {
		given.sandbox.settings.voipNowTokenResponse = 'bare';
		expect(Object.keys((await credentials()).json).sort()).toEqual(['access_token', 'expires_in']);
	});

	it.each([
		['a wrong secret', { client_secret: 'wrong' }, 401, 'invalid_client'],
		['an unknown key', { client_id: 'wrong' }, 401, 'invalid_client'],
		['another grant', { grant_type: 'password' }, 400, 'unsupported_grant_type'],
		['no grant', { grant_type: '' }, 400, 'invalid_request'],
	])('are refused with a text as error for %s', async (_, change, status, error) => {
		const response = await ask({ grant_type: 'client_credentials', ...trusted(), ...change });
		expect([response.status, response.json]).toEqual([
			status,
			{ error, error_description: expect.any(String) },
		]);
	});

	it('need a trusted app, and key and secret in a form', async () => {
		const untrusted = await ask({ grant_type: 'client_credentials', ...consent() });
		expect([untrusted.status, untrusted.json.error]).toEqual([400, 'unauthorized_client']);
		const json = await given.plain('POST', '/oauth/token.php', {
			body: { grant_type: 'client_credentials', ...trusted() },
		});
		expect([json.status, json.json.error]).toEqual([400, 'invalid_request']);
		const { client_id: key, client_secret: secret } = trusted();
		const basic = await given.plain('POST', '/oauth/token.php', {
			raw: new URLSearchParams({ grant_type: 'client_credentials' }),
			headers: { authorization: `Basic ${btoa(`${key}:${secret}`)}` },
		});
		expect([basic.status, basic.json.error]).toEqual([401, 'invalid_client']);
		expect(given.lastEntry().warnings).toEqual([expect.stringContaining('into the body')]);
	});
});

describe('authorization code', () => {
	it('goes back to the app with code and state, and gives a token that can be refreshed', async () => {
		const back = await authorized();
		expect(back.origin + back.pathname).toBe(callback);
		expect(back.searchParams.get('state')).toBe(state);
		const { json } = await exchange(back.searchParams.get('code')!);
		expect(json).toMatchObject({ expires_in: 3600, refresh_token: expect.any(String) });
		expect((await presence(json.access_token)).status).toBe(200);

		given.sandbox.clock.advance(3601);
		expect((await presence(json.access_token)).status).toBe(401);
		const refreshed = await ask({
			grant_type: 'refresh_token',
			refresh_token: json.refresh_token,
			...consent(),
		});
		expect((await presence(refreshed.json.access_token)).status).toBe(200);
		const foreign = await ask({
			grant_type: 'refresh_token',
			refresh_token: json.refresh_token,
			...trusted(),
		});
		expect([foreign.status, foreign.json.error]).toEqual([400, 'invalid_grant']);
	});

	it('takes a form as well', async () => {
		const response = await given.plain('POST', '/oauth/authorize.php', {
			raw: new URLSearchParams({
				response_type: 'code',
				client_id: consent().client_id,
				redirect_uri: `${callback}?keep=1`,
				state,
			}),
		});
		expect(response.status).toBe(302);
		expect(response.headers.get('location')).toMatch(/\?keep=1&code=[0-9a-f]+&state=/);
	});

	it('takes a code once, within ten minutes, with the same redirect_uri', async () => {
		const codeOf = async () => (await authorized()).searchParams.get('code')!;
		const used = await codeOf();
		expect((await exchange(used)).status).toBe(200);
		expect((await exchange(used)).json.error).toBe('invalid_grant');
		const late = await codeOf();
		given.sandbox.clock.advance(601);
		expect((await exchange(late)).json.error).toBe('invalid_grant');
		const moved = await exchange(await codeOf(), { redirect_uri: 'https://other.example.com' });
		expect(moved.json.error).toBe('invalid_grant');
		expect((await exchange(await codeOf(), trusted())).json.error).toBe('invalid_grant');
	});

	it('comes back with an error when the user refuses', async () => {
		given.sandbox.settings.voipNowConsent = 'refuse';
		const back = await authorized();
		expect(back.searchParams.get('error')).toBe('access_denied');
		expect(back.searchParams.has('code')).toBe(false);
	});

	it('does not go to an app it does not know', async () => {
		const response = await given.plain(
			'GET',
			`/oauth/authorize.php?response_type=code&client_id=x&redirect_uri=${callback}&state=${state}`,
		);
		expect([response.status, response.json.error]).toEqual([400, 'invalid_client']);
	});
});

it('keeps secrets, codes and tokens out of the journal and the state', async () => {
	const back = await authorized();
	const code = back.searchParams.get('code')!;
	const { json } = await exchange(code);
	const form = new FormData();
	for (const [name, value] of Object.entries({ grant_type: 'client_credentials', ...trusted() }))
		form.append(name, value);
	const multipart = (await given.plain('POST', '/oauth/token.php', { raw: form })).json;
	await given.plain('POST', '/oauth/token.php', { body: consent() });
	await ask({ grant_type: 'refresh_token', refresh_token: json.refresh_token, ...consent() });
	await presence(json.access_token);

	const journal = JSON.stringify(given.sandbox.journal.entries());
	const seen = await (await fetch(`${given.sandbox.url}/_sandbox/state`)).text();
	for (const secret of [
		trusted().client_secret,
		consent().client_secret,
		code,
		json.access_token,
		json.refresh_token,
		multipart.access_token,
	]) {
		expect(secret).toBeTruthy();
		expect(journal).not.toContain(secret);
		expect(seen).not.toContain(secret);
	}
	expect(journal).toContain('grant_type=authorization_code');
	expect(journal).toContain(trusted().client_id);
});
