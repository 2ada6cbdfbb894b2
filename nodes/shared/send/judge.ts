import type { IHttpRequestOptions } from 'n8n-workflow';

import type { Failure } from '../response/failure';
import { type HttpResponse, isNotJson } from '../response/response';
import type { Service } from '../service';
import type { Run } from './run';
import type { Effect, Sent } from './stage';

/**
 * With these, the request was certainly not carried out. Any other failure may come from a proxy
 * that does not know what the service did.
 */
export const REFUSED = new Set([
	...[400, 401, 402, 403, 404, 405, 406, 409, 410, 413, 415, 422, 429, 501],
	...[301, 307, 308],
]);

export const LOOK_IT_UP =
	'It is unknown whether the request was carried out: look it up before you send it again.';

/** What a response proves about its request. */
export function judge(
	{ service, properties }: Pick<Run, 'service' | 'properties'>,
	effect: Effect | undefined,
	request: IHttpRequestOptions,
	response: HttpResponse,
): Sent {
	const { status } = response;
	const method = request.method ?? 'GET';
	const isSuccess = status >= 200 && status < 300;
	const isRefused = isSuccess && service.refusesInSuccess?.(response) === true;
	if (isSuccess && !isRefused) {
		if (isNotJson(response)) return { failure: fail(notTheService(service)) };
		if (!service.isGenuine(method, request.url, response))
			return { failure: fail(notProved(service)) };
		return { response };
	}
	if (status >= 300 && status < 400) return { failure: fail(redirected(service)) };
	return { failure: fail(service.explain(response, { method, path: request.url, properties })) };

	function fail(complaint: Pick<Failure, 'message' | 'description' | 'details'>): Failure {
		const isCertain = REFUSED.has(status) || isRefused || isRead(request, effect);
		const retryAfter = Number(response.headers['retry-after']) * 1000;
		return {
			...complaint,
			description: isCertain ? complaint.description : `${complaint.description} ${LOOK_IT_UP}`,
			status,
			effect: isCertain ? 'none' : 'unknown',
			...(retryAfter > 0 ? { retryAfter } : {}),
		};
	}
}

/** A read has no effect to look up. */
export function isRead({ method = 'GET' }: IHttpRequestOptions, effect?: Effect): boolean {
	return method === 'GET' || (effect === undefined && method === 'POST');
}

function notTheService({ name }: Service) {
	return {
		message: `The address in the credential returned a web page instead of ${name}'s data`,
		description: 'A proxy or a login page may be in between. Check the address in the credential.',
	};
}

function notProved({ name }: Service) {
	return {
		message: `The response does not look like one from ${name}`,
		description:
			'It has a success status but not the expected content. A proxy or a login page may be in between.',
	};
}

function redirected({ name }: Service) {
	return {
		message: `The address in the credential redirects instead of responding for ${name}`,
		description:
			'Redirects are not followed, because they would pass on the token. Enter the final address, with https, in the credential.',
	};
}
