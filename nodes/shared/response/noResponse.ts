import type { Failure } from './failure';
import type { Service } from '../service';

/** No connection was made, so nothing can have been accepted. */
const NEVER_CONNECTED =
	/^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ERR_INVALID_URL)$/;

const CERTIFICATE_REFUSED =
	/^(DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_|CERT_|ERR_TLS_CERT)/;

// n8n replaces messages that contain such a code, so codes go into descriptions.

/** How n8n's request helper reports a request that got no response. */
export interface RequestError {
	name?: string;
	httpCode?: string | null;
	message?: string;
	/** Empty before n8n 2.32. */
	cause?: {
		code?: string;
		syscall?: string;
		message?: string;
		isAxiosError?: boolean;
	};
	isAxiosError?: boolean;
}

/** How a request without response ended. */
interface Ending {
	/** What is unknown about a request that changes something, in words for the user. */
	lookItUp?: string;
	/** It timed out. */
	isOver?: boolean;
}

/**
 * Puts into words why a request got no response, and says whether it can have been carried out.
 * What nobody foresaw counts as unknown.
 *
 * @param error what n8n's request helper threw
 */
export function noResponse(
	service: Service,
	error: RequestError,
	{ lookItUp, isOver = false }: Ending = {},
): Failure {
	const code = error.cause?.code ?? error.httpCode ?? '';
	const effect = lookItUp === undefined ? 'none' : 'unknown';
	const whatNow = lookItUp ?? 'Try again.';
	if (code === 'ERR_CANCELED' && !isOver) {
		return {
			message: 'The execution was stopped',
			description: `The request was already on its way. ${whatNow}`,
			effect,
			cancelled: true,
		};
	}
	if (CERTIFICATE_REFUSED.test(code)) {
		return {
			message: `The TLS certificate of ${service.name} was not accepted`,
			description: `The reason is ${code}. If this server uses a self-signed certificate, turn on "Ignore SSL Issues (Insecure)" in the credential or in Request Options. Nothing was sent.`,
			effect: 'none',
			noAccess: true,
		};
	}
	if (isNeverConnected(code, error)) {
		return {
			message: `${service.name} could not be reached`,
			description: `The connection ended with ${code}. Check the address in the credential and the network of this n8n server. Nothing was sent.`,
			effect: 'none',
			transport: true,
		};
	}
	if (isBeforeSending(error)) {
		return {
			message: error.message ?? 'The request could not be made',
			description: 'Nothing was sent. Check the credential and the parameters of this node.',
			effect: 'none',
		};
	}
	return {
		message: `The connection to ${service.name} was lost before the response came`,
		description: `${isOver ? 'It timed out' : `It ended with ${code || 'no code'}`}. ${whatNow}`,
		effect,
		transport: true,
	};
}

function isNeverConnected(code: string, { cause }: RequestError): boolean {
	if (NEVER_CONNECTED.test(code) || cause?.syscall === 'connect') return true;
	// A failed TLS handshake means that no request was sent.
	return code === 'EPROTO' && /wrong version number|handshake/i.test(String(cause?.message));
}

/** n8n's own errors have a level: a credential that cannot be read, an address it blocks. */
function isBeforeSending(error: RequestError): boolean {
	const origin = error.cause ?? (error.name === 'NodeApiError' ? {} : error);
	return 'level' in origin && !origin.isAxiosError;
}
