'use strict';

/**
 * The body of a POST, by the setting voipNowEventBody. What it returns beside goes into the query.
 * @type {Record<string, (values: [string, string][]) => RequestInit & { inQuery?: [string, string][] }>}
 */
const BODIES = {
	form: (values) => ({ body: new URLSearchParams(values) }),
	untyped: (values) => ({
		body: new URLSearchParams(values).toString(),
		headers: { 'content-type': 'text/plain;charset=UTF-8' },
	}),
	multipart: (values) => {
		const body = new FormData();
		for (const [name, value] of values) body.append(name, value);
		return { body };
	},
	json: (values) => ({
		body: JSON.stringify(Object.fromEntries(values)),
		headers: { 'content-type': 'application/json' },
	}),
	query: (values) => ({ inQuery: values }),
	split: (values) => ({
		body: new URLSearchParams(values.filter((_, index) => index % 2 === 0)),
		inQuery: values.filter((_, index) => index % 2 === 1),
	}),
};

/**
 * @param {{ method: string, url: string, parameters: Record<string, string> }} delivery
 * @param {import('../server/settings').Settings} settings
 * @returns {{ target: URL, init: RequestInit }} what fetch takes
 */
function eventRequest({ method, url, parameters }, { voipNowEventBody, voipNowEventOwnQuery }) {
	const target = new URL(url);
	const values = Object.entries(parameters);
	const write = method === 'GET' ? BODIES.query : BODIES[voipNowEventBody];
	const { inQuery = [], ...init } = write(values);
	if (voipNowEventOwnQuery === 'dropped') target.search = '';
	for (const [name, value] of inQuery) target.searchParams.append(name, value);
	return { target, init: { ...init, method } };
}

module.exports = { eventRequest };
