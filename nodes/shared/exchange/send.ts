import type {
	IHttpRequestOptions,
	ILoadOptionsFunctions,
	IN8nHttpFullResponse,
} from 'n8n-workflow';

import { type Answer, isNotJson, toAnswer } from '../answer/answer';
import type { Failure } from '../answer/failure';
import { noAnswer, type RequestError } from '../answer/noAnswer';
import { noToken } from '../answer/noToken';
import type { Context } from './run';
import type { Service } from '../service';

/** Whoever sends: a run of the node, or a list of the editor. */
export type Sender = Context | ILoadOptionsFunctions;

/** An answer, or why there is none. */
export type Sent = { answer: Answer } | { failure: Failure };

/**
 * Sends one request, once.
 *
 * Every status counts as an answer: a thrown 401 would make n8n send the request a second time,
 * and a run with a wrong token would use up LOX24's patience with two items.
 */
export async function send(
	context: Sender,
	service: Service,
	request: IHttpRequestOptions,
): Promise<Sent> {
	const options: IHttpRequestOptions = {
		...request,
		// n8n writes the token into the headers it is given.
		headers: { ...request.headers },
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
		disableFollowRedirect: true,
	};
	const sentAt = Date.now();
	try {
		const response: IN8nHttpFullResponse = await context.helpers.httpRequestWithAuthentication.call(
			context as never,
			service.credentialType(context),
			options,
		);
		return judge(service, toAnswer(response), request);
	} catch (error) {
		return {
			failure:
				noToken(service, error) ?? noAnswer(service, error as RequestError, Date.now() - sentAt),
		};
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
			// A gateway that gave up cannot say what became of the request behind it. Who does not
			// know an operation (501) has not carried it out.
			effect: status >= 500 && status !== 501 ? 'unknown' : 'none',
			timedOut: status === 504,
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
