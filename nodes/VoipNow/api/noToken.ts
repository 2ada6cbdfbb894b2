import { isObject } from '../../shared/response/response';
import type { Failure } from '../../shared/response/failure';
import { noResponse, type RequestError } from '../../shared/response/noResponse';
import type { Service } from '../../shared/service';
import { type OAuth2, oAuth2 } from './oAuth2';

/** Start of n8n's message when it could not fetch a credential's first token. */
const FIRST_TOKEN = 'Failed to acquire OAuth2 access token';

/** n8n's message for a credential that has no token and needs the user to get one. */
const NOT_CONNECTED =
	/OAuth credentials not connected|reconnect(?:ed| the credentials)|sign without access token/;

/** A code of OAuth2, such as `invalid_client`. */
const CODE = /^[a-z_]{1,40}$/;

/** What n8n and its OAuth2 client throw; the fields depend on the cause. */
interface TokenError extends RequestError {
	message?: string;
	/** `EAUTH` for a refusal in OAuth2's own words, `ESTATUS` for any other response. */
	code?: string;
	body?: unknown;
	status?: number;
	isAxiosError?: boolean;
	response?: { status?: number };
}

/**
 * Recognises that a request was not sent because there was no token for it.
 *
 * @param error what n8n's request helper threw
 * @returns nothing when the error is about the request itself
 */
export function noToken(service: Service, error: unknown): Failure | undefined {
	// n8n replaces messages that contain a code it knows, so the outermost one is unreliable.
	const isAboutToken = chainOf(error as TokenError).some(
		({ message = '' }) => message.startsWith(FIRST_TOKEN) || NOT_CONNECTED.test(message),
	);
	return isAboutToken ? explain(service, oAuth2, error as TokenError) : undefined;
}

/**
 * Puts into words why a token was not renewed. Nothing of the token request gets into them: it
 * holds the secret.
 *
 * @param error what `refreshOAuth2Token` threw
 */
export function renewalFailed(service: Service, oAuth2: OAuth2, error: unknown): Failure {
	return explain(service, oAuth2, error as TokenError);
}

function explain(service: Service, oAuth2: OAuth2, error: TokenError): Failure {
	const chain = chainOf(error);
	const cause = chain.find(({ code }) => code !== undefined) ?? chain[chain.length - 1];
	if (cause.code === 'EAUTH') {
		const code = isObject(cause.body) ? String(cause.body.error) : '';
		return {
			message: refusal(service, CODE.test(code) ? code : ''),
			description: `${oAuth2.refusedApp} No further request was sent.`,
			effect: 'none',
			noAccess: true,
		};
	}
	if (cause.code === 'ESTATUS') {
		return {
			message: `The address in the credential did not respond like ${service.name} to the request for an access token (HTTP ${cause.status})`,
			description:
				'Check the address in the credential. A proxy or a login page may be in between.',
			effect: 'none',
			noAccess: true,
		};
	}
	if (chain.some(({ message }) => NOT_CONNECTED.test(message ?? ''))) {
		return {
			message: `The credential has no access token for ${service.name}, or an expired one`,
			description:
				'Open the credential, check its fields, and connect it again if it has a button for that.',
			effect: 'none',
			noAccess: true,
		};
	}
	const status = cause.response?.status;
	if (status !== undefined) {
		return {
			message: `${service.name} returned no access token (HTTP ${status})`,
			description: 'This is a fault on the side of the service. Nothing was sent. Try again later.',
			effect: 'none',
			transport: true,
		};
	}
	const failure = noResponse(service, { cause: cause as RequestError['cause'] }, { lookItUp: '' });
	if (failure.effect === 'none') return failure;
	return {
		message: `The connection to ${service.name} was lost while an access token was fetched`,
		description: 'Nothing was sent. Run the node again.',
		effect: 'none',
		transport: true,
		cancelled: failure.cancelled,
	};
}

function refusal(service: Service, code: string): string {
	if (code === 'invalid_client') {
		return `${service.name} did not accept the key or the secret of the app (${code})`;
	}
	return `${service.name} returned no access token${code ? ` (${code})` : ''}`;
}

/** The error with its causes: n8n wraps the OAuth2 client's errors in its own. */
function chainOf(error: TokenError): TokenError[] {
	const chain = [error];
	for (let next: unknown = error.cause; isObject(next) && chain.length < 5;) {
		chain.push(next as TokenError);
		next = next.cause;
	}
	return chain;
}
