const assert = require('node:assert/strict');
const { readFileSync } = require('node:fs');
const { join } = require('node:path');

/** The part of a request that the pages of the two APIs talk about. */
const HEADERS = ['accept', 'content-type', 'x-lox24-auth-token', 'authorization'];

function readExpected(name) {
	return JSON.parse(readFileSync(join(__dirname, 'expected', `${name}.json`), 'utf8'));
}

function asExpected({ method, url, headers, body }) {
	const present = HEADERS.filter((name) => headers[name] !== undefined);
	return {
		method,
		url,
		headers: Object.fromEntries(present.map((name) => [name, headers[name]])),
		body,
	};
}

/**
 * Compares raw targets and raw bodies: the encoding of a query and the order of a body count.
 * The pages write `uuid[]=`; n8n's HTTP client sends the same as `uuid%5B%5D=`, as RFC 3986 wants.
 */
function assertWire(entries, name) {
	assert.deepEqual(entries.map(asExpected), readExpected(name));
}

/** The sandbox checks each request against its contract and each answer too. */
function assertNoObjections(entries) {
	const objections = entries.flatMap(({ method, path, warnings = [], contractErrors = [] }) =>
		[...warnings, ...contractErrors].map((one) => `${method} ${path}: ${JSON.stringify(one)}`),
	);
	assert.deepEqual(objections, []);
}

module.exports = { assertNoObjections, assertWire };
