import type { IDataObject } from 'n8n-workflow';

import { isObject } from './response';
import { inTexts } from './texts';

/** Fields of a credential that are secret; `accessTokenUrl` and the like are not. */
const SECRET = /(token|secret|password|key)$/i;

/** Anything shorter may be part of any word. */
const SHORTEST = 6;

const INSTEAD = '…';

/**
 * Makes a function that takes the secrets of a credential out of all texts of a value: a service,
 * a proxy or a user may have put them there.
 *
 * @param credential decrypted, as n8n gives it
 */
export function withoutSecrets(credential: IDataObject): <T>(value: T) => T {
	const secrets = [...new Set(secretsOf(credential))].sort(
		(one, other) => other.length - one.length,
	);
	const clean = (text: string) =>
		secrets.reduce((rest, secret) => rest.replaceAll(secret, INSTEAD), text);
	const inJson = secrets.map((secret) => JSON.stringify(secret).slice(1, -1));
	return <T>(value: T) => (mayHold(value, inJson) ? (inTexts(value, clean, clean) as T) : value);
}

/** Most responses hold none, and a look at all of their text takes a tenth of a walk through it. */
function mayHold(value: unknown, inJson: string[]): boolean {
	try {
		const json = JSON.stringify(value) as string | undefined;
		return json !== undefined && inJson.some((secret) => json.includes(secret));
	} catch {
		return true;
	}
}

function secretsOf(credential: IDataObject): string[] {
	return Object.entries(credential).flatMap(([name, value]) => {
		if (isObject(value)) return secretsOf(value);
		if (!SECRET.test(name) || typeof value !== 'string') return [];
		// LOX24's token is a client ID and a key.
		return [value, ...value.split(':').slice(1)]
			.map((secret) => secret.trim())
			.filter((secret) => secret.length >= SHORTEST)
			.flatMap((secret) => {
				const encoded = encodeURIComponent(secret);
				const asForm = new URLSearchParams({ secret }).toString().slice('secret='.length);
				return [
					secret,
					encoded,
					inSmallLetters(encoded),
					asForm,
					inSmallLetters(asForm),
					JSON.stringify(secret).slice(1, -1),
				];
			});
	});
}

/** Some proxies write `%2f` for `%2F`. */
function inSmallLetters(encoded: string): string {
	return encoded.replace(/%../g, (code) => code.toLowerCase());
}
