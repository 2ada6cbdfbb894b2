import type { ICredentialDataDecryptedObject, IDataObject } from 'n8n-workflow';

import type { Sandbox } from '../../sandbox';
import { eventUpdate } from './given';
import { type Given, type Result, run } from './run';

/** Path of the page that gives tokens. */
export const TOKEN = '/oauth/token.php';

export const MINUTE = 60_000;

export const parameters = { ...eventUpdate, authentication: 'oAuth2' };

/** The stored credential of the app that gets tokens with key and secret alone. */
export function credentialOf(
	sandbox: Sandbox,
	changes: ICredentialDataDecryptedObject = {},
): ICredentialDataDecryptedObject {
	const { key, secret } = sandbox.voipNowApps.trusted;
	return { baseUrl: sandbox.url, clientId: key, clientSecret: secret, ...changes };
}

/** A token as n8n stores it; the sandbox accepts it unless `changes` say otherwise. */
export function storedToken(sandbox: Sandbox, minutesLeft: number, changes: IDataObject = {}) {
	return {
		access_token: sandbox.tokens.voipNow,
		expires_in: 3600,
		n8n_expires_at: String(Date.now() + minutesLeft * MINUTE),
		...changes,
	} as unknown as ICredentialDataDecryptedObject['oauthTokenData'];
}

export async function runWith(
	oAuth2: ICredentialDataDecryptedObject,
	given: Partial<Given> = {},
): Promise<Result> {
	return await run({ node: 'voipNow', parameters, url: '', oAuth2, ...given });
}

/** What the sandbox has received: token requests, calls of the API, and those it refused. */
export function requestsTo(sandbox: Sandbox) {
	const entries = sandbox.journal.entries();
	const tokens = entries.filter(({ path }) => path === TOKEN);
	const calls = entries.filter(({ path }) => path !== TOKEN);
	return { tokens, calls, refused: calls.filter(({ status }) => status !== 200) };
}

/** Everything a user gets to see of a run. */
export function visible({ main, errors, error }: Result): string {
	return JSON.stringify([
		main,
		errors,
		error && [error, error.message, error.description, error.stack, error.context],
	]);
}
