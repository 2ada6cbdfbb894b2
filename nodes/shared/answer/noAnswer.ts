import type { Failure } from './failure';
import type { Service } from '../service';

/** The connection was never made, so nothing can have been accepted. */
const NEVER_CONNECTED = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN']);

const CERTIFICATE_REFUSED =
	/^(DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_|CERT_|ERR_TLS_CERT)/;

/** After so many milliseconds somebody on the way may have lost patience, and not the service. */
const LONG = 25_000;

// n8n replaces a message that holds such a code by one of its own, so codes go into descriptions.

/** How n8n's request helper reports a request that got no answer. */
export interface RequestError {
	httpCode?: string | null;
	message?: string;
	cause?: { code?: string; syscall?: string; message?: string; isAxiosError?: boolean };
}

/**
 * Puts into words why a request got no answer, and says whether it can have been carried out.
 *
 * @param error what n8n's request helper threw
 * @param waited milliseconds since the request was sent
 */
export function noAnswer(service: Service, error: RequestError, waited = 0): Failure {
	const code = error.cause?.code ?? error.httpCode ?? '';
	if (code === 'ERR_CANCELED') {
		return {
			message: 'The execution was stopped',
			description: 'A request on its way at that moment may still have been carried out.',
			effect: 'unknown',
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
	if (error.cause?.isAxiosError) {
		return {
			message: `The connection to ${service.name} was lost before the answer came`,
			description: `It ended with ${code || 'no code'}. Whether the request was carried out is not known: look it up before you send it again.`,
			effect: 'unknown',
			transport: true,
			timedOut: code === 'ECONNABORTED' || code === 'ETIMEDOUT' || waited > LONG,
		};
	}
	return {
		message: error.message ?? 'The request could not be made',
		description: 'Nothing was sent. Check the credential and the parameters of this node.',
		effect: 'none',
	};
}

function isNeverConnected(code: string, { cause }: RequestError): boolean {
	if (NEVER_CONNECTED.has(code) || cause?.syscall === 'connect') return true;
	// Two that could not agree on TLS have not come to the request yet.
	return code === 'EPROTO' && /wrong version number|handshake/i.test(String(cause?.message));
}
