import type { IHttpRequestOptions, IN8nHttpFullResponse } from 'n8n-workflow';

import { type Answer, isNotJson, toAnswer } from './answer';
import type { Failure } from './failure';
import type { Context } from './run';
import type { Service } from './service';

/** An answer, or why there is none. */
export type Sent = { answer: Answer } | { failure: Failure };

/** The connection was never made, so nothing can have been accepted. */
const NEVER_CONNECTED = new Set([
	'ECONNREFUSED',
	'ENOTFOUND',
	'EAI_AGAIN',
	'EHOSTUNREACH',
	'ENETUNREACH',
	'EPROTO',
]);

const CERTIFICATE_REFUSED =
	/^(DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_|CERT_|ERR_TLS_CERT)/;

// n8n replaces a message that holds such a code by one of its own, so codes go into descriptions.

/** How n8n's request helper reports a request that got no answer. */
interface RequestError {
	httpCode?: string | null;
	message?: string;
	cause?: { code?: string; syscall?: string; isAxiosError?: boolean };
}

/**
 * Sends one request, once.
 *
 * Every status counts as an answer: a thrown 401 would make n8n send the request a second time,
 * and a run with a wrong token would use up LOX24's patience with two items.
 */
export async function send(
	context: Context,
	service: Service,
	request: IHttpRequestOptions,
): Promise<Sent> {
	const options: IHttpRequestOptions = {
		...request,
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
		disableFollowRedirect: true,
	};
	try {
		const response: IN8nHttpFullResponse = await context.helpers.httpRequestWithAuthentication.call(
			context as never,
			service.credentialType(context),
			options,
		);
		return judge(service, toAnswer(response), request);
	} catch (error) {
		return { failure: noAnswer(service, error as RequestError) };
	}
}

function judge(service: Service, answer: Answer, request: IHttpRequestOptions): Sent {
	const { status } = answer;
	const accepted = status >= 200 && status < 300 && !service.refusesInSuccess?.(answer);
	if (accepted && !isNotJson(answer)) return { answer };
	if (accepted) return { failure: notTheService(service, status) };
	if (status >= 300 && status < 400) return { failure: redirected(service, status) };
	const method = request.method ?? 'GET';
	return {
		failure: {
			...service.explain(answer, { method, path: request.url }),
			status,
			// A gateway that gave up cannot say what became of the request behind it.
			effect: status >= 500 ? 'unknown' : 'none',
		},
	};
}

function notTheService(service: Service, status: number): Failure {
	return {
		message: `The address in the credential answered with a web page instead of ${service.name}'s data`,
		description:
			'A proxy or a login page may stand in between. Check the address in the credential.',
		status,
		effect: 'unknown',
	};
}

function redirected(service: Service, status: number): Failure {
	return {
		message: `The address in the credential redirects instead of answering for ${service.name}`,
		description:
			'Redirects are not followed, because the token would go along. Put the final address, with https, into the credential.',
		status,
		effect: 'none',
	};
}

function noAnswer(service: Service, error: RequestError): Failure {
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
		};
	}
	if (NEVER_CONNECTED.has(code) || error.cause?.syscall === 'connect') {
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
			timedOut: code === 'ECONNABORTED' || code === 'ETIMEDOUT',
		};
	}
	return {
		message: error.message ?? 'The request could not be made',
		description: 'Nothing was sent. Check the credential and the parameters of this node.',
		effect: 'none',
	};
}
