'use strict';

const BEFORE = new Set(['status', 'html', 'echo', 'drip', 'hang', 'reset']);
const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const TOKEN_HEADERS = ['x-lox24-auth-token', 'authorization'];
const JSON_TYPE = 'application/json; charset=utf-8';
const TEXT_TYPE = 'text/plain; charset=utf-8';
const HTML_TYPE = 'text/html; charset=utf-8';

/**
 * @param {import('./faults').Fault} fault
 * @returns {boolean} whether the request has no effect
 */
function happensBefore({ kind, status }) {
	if (/-(before|after)$/.test(kind)) return kind.endsWith('-before');
	return kind === 'empty' ? status >= 400 : BEFORE.has(kind);
}

/**
 * The response to a request that met a fault.
 * @param {import('./faults').Fault} fault
 * @param {object} met
 * @param {{ status: number, headers: object, text?: string }|undefined} met.own the real response, if the effect has happened
 * @param {import('./apiRequest').Service} met.service
 * @param {{ headers: Record<string, string> }} met.request
 * @returns {{ how?: import('./oddResponse').How, status?: number, headers?: object, text?: string, interval?: number }}
 */
function faultyResponse(fault, { own, service, request }) {
	const kind = fault.kind.replace(/-(before|after)$/, '');
	if (kind === 'hang' || kind === 'reset') return { how: kind };
	if (kind === 'delay') return { ...own, headers: headersOf(own, fault, service) };

	const { status, type, body, ...more } = CONTENT[kind](fault, { own, service, request });
	if (status < 200)
		return { how: 'interim', status, headers: headersOf({ status }, fault, service) };
	const headers = {
		...(type && { 'content-type': type }),
		// Pages, texts and empty bodies come from a proxy.
		...(type === JSON_TYPE && service.extraHeaders()),
	};
	return {
		...more,
		status,
		headers: headersOf({ status, headers }, fault, service),
		text: typeof body === 'string' ? body : JSON.stringify(body),
	};
}

/** Responses of the kinds. */
const CONTENT = {
	status: ({ status = 503, body }, { service }) => ({
		status,
		type: JSON_TYPE,
		body: body ?? service.errorBody(status),
	}),
	html: ({ status = 502 }) => ({
		status,
		type: HTML_TYPE,
		body: page(`${status} Bad Gateway`, '<hr><center>proxy</center>'),
	}),
	empty: ({ status = 200 }) => ({ status, body: '' }),
	body: ({ status, body = '' }, { own }) => ({
		status: status ?? own?.status ?? 200,
		type: JSON_TYPE,
		body,
	}),
	echo: ({ status = 401, format = 'json' }, { service, request }) => {
		const name = TOKEN_HEADERS.find((header) => request.headers[header] !== undefined);
		const detail = name ? `Refused ${name}: ${request.headers[name]}` : 'No token was sent';
		if (format === 'text') return { status, type: TEXT_TYPE, body: detail };
		if (format === 'html')
			return { status, type: HTML_TYPE, body: page(status, `<p>${detail}</p>`) };
		// VoipNow puts its errors elsewhere, so it goes there too.
		return { status, type: JSON_TYPE, body: { ...service.errorBody(status, detail), detail } };
	},
	drip: ({ status = 200, body, interval = 1000 }, { own, service }) => ({
		how: 'drip',
		interval,
		status,
		type: JSON_TYPE,
		body: body ?? (own?.text || service.errorBody(status)),
	}),
};

/**
 * @param {{ status?: number, headers?: object }} response
 * @param {import('./faults').Fault} fault
 * @param {import('./apiRequest').Service} service
 */
function headersOf({ status, headers }, fault, service) {
	const all = {
		...(status === 101 && { connection: 'Upgrade', upgrade: 'websocket' }),
		...(REDIRECTS.has(status) && { location: service.otherPath }),
		...headers,
		...(fault.location && { location: fault.location }),
	};
	for (const [name, value] of Object.entries(fault.headers ?? {})) {
		all[name.toLowerCase()] = value;
		if (value === null) delete all[name.toLowerCase()];
	}
	return all;
}

/** Response of a proxy in front of the service. */
function page(title, rest) {
	return `<html>\r\n<head><title>${title}</title></head>\r\n<body>\r\n<center><h1>${title}</h1></center>\r\n${rest}\r\n</body>\r\n</html>\r\n`;
}

module.exports = { faultyResponse, happensBefore };
