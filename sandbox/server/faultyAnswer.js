'use strict';

const BEFORE = new Set(['status', 'html', 'reset-before', 'hang']);

/**
 * @param {import('./faults').Fault} fault
 * @returns {boolean} whether the request has no effect
 */
function happensBefore(fault) {
	return BEFORE.has(fault.kind) || (fault.kind === 'empty' && fault.status >= 400);
}

/**
 * The answer to a request that met a fault.
 * @param {import('./faults').Fault} fault
 * @param {{ status: number, headers: object, text?: string }|undefined} own the real answer, if the effect has happened
 * @param {import('./apiRequest').Service} service
 * @returns {{ status?: number, headers?: object, text?: string, reset?: boolean, hang?: boolean }}
 */
function faultyAnswer(fault, own, service) {
	switch (fault.kind) {
		case 'hang':
		case 'hang-after':
			return { hang: true };
		case 'reset-before':
		case 'reset-after':
			return { reset: true };
		case 'delay':
			return own;
		case 'html':
			return withBody(
				fault,
				fault.status ?? 502,
				proxyPage(fault.status ?? 502),
				'text/html; charset=utf-8',
			);
		case 'empty':
			return { status: fault.status ?? 200, headers: { ...fault.headers }, text: '' };
		case 'body':
			return withBody(
				fault,
				fault.status ?? own.status,
				fault.body ?? '',
				'application/json; charset=utf-8',
				service,
			);
		default: {
			const status = fault.status ?? 503;
			return withBody(
				fault,
				status,
				fault.body ?? service.errorBody(status),
				'application/json; charset=utf-8',
				service,
			);
		}
	}
}

function withBody(fault, status, body, type, service) {
	return {
		status,
		headers: { ...service?.extraHeaders(), 'content-type': type, ...fault.headers },
		text: typeof body === 'string' ? body : JSON.stringify(body),
	};
}

/** What a proxy in front of the service says when it does not answer. */
function proxyPage(status) {
	return `<html>\r\n<head><title>${status} Bad Gateway</title></head>\r\n<body>\r\n<center><h1>${status} Bad Gateway</h1></center>\r\n<hr><center>proxy</center>\r\n</body>\r\n</html>\r\n`;
}

module.exports = { faultyAnswer, happensBefore };
