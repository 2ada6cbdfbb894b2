const assert = require('node:assert/strict');
const { readFileSync } = require('node:fs');
const { join } = require('node:path');

/** The part of a request that the pages of the two APIs talk about. */
const HEADERS = ['accept', 'content-type', 'x-lox24-auth-token', 'authorization'];

/** What differs from run to run, as the expected files write it. Everything else is compared as it is. */
const CHANGING = {
	'<uuid>': '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}',
	'<unix>': '\\d{10}',
	'<minute>': '\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d',
	'<day>': '\\d{4}-\\d\\d-\\d\\d',
	'<code>': '\\d{6}',
	'<call>': '[0-9a-f]{20}',
	'<nonce>': 'n8n-[0-9a-f]{32}',
	'<campaign>': '[A-Za-z0-9]{4,12}',
	'<port>': '\\d{2,5}',
	'<id>': '\\d+',
	'<signature>': '[0-9a-f]{64}',
	'<hex>': '[0-9a-f]+',
};

function readExpected(name) {
	return JSON.parse(readFileSync(join(__dirname, 'expected', `${name}.json`), 'utf8'));
}

function asExpected({ method, url, headers, body }) {
	const present = HEADERS.filter((name) => headers[name] !== undefined);
	const [, boundary] = /boundary=(\S+)/.exec(headers['content-type']) ?? [];
	const plain = (text) => (boundary ? text.replaceAll(boundary, '<boundary>') : text);
	return {
		method,
		url,
		headers: Object.fromEntries(present.map((name) => [name, plain(headers[name])])),
		body: plain(body),
	};
}

function patternOf(text) {
	const parts = text.split(new RegExp(`(${Object.keys(CHANGING).join('|')})`));
	const pattern = parts.map(
		(part) => CHANGING[part] ?? part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'),
	);
	return new RegExp(`^${pattern.join('')}$`);
}

/** The actual request, with what changes written as in the expected one. */
function withoutChanging(actual, expected) {
	const fits = ['url', 'body'].every((part) => patternOf(expected[part]).test(actual[part]));
	return fits ? { ...actual, url: expected.url, body: expected.body } : actual;
}

/** One kind of request: those of one node go out side by side, so their order is left to chance. */
function kindOf({ method, url }) {
	const [path] = url.split('?');
	return `${method} ${path.replace(/\/(\d+|[0-9a-f-]{36}|<uuid>)(?=\/|$)/g, '/*')}`;
}

/** Puts requests of one kind that follow each other into the order in which they are expected. */
function inExpectedOrder(actual, expected) {
	const rest = [...actual];
	return actual.map((_entry, index) => {
		const wanted = expected[index];
		const end = rest.findIndex((one) => kindOf(one) !== kindOf(rest[0]));
		const side = rest.slice(0, end === -1 ? rest.length : end);
		const known = wanted
			? side.map((one) => withoutChanging(one, wanted)).findIndex((one) => isSame(one, wanted))
			: -1;
		const [taken] = rest.splice(Math.max(known, 0), 1);
		return wanted ? withoutChanging(taken, wanted) : taken;
	});
}

function isSame(one, other) {
	return one.url === other.url && one.body === other.body && one.method === other.method;
}

/**
 * Compares raw targets and raw bodies: the encoding of a query and the order of a body count.
 * The pages write `uuid[]=`; n8n's HTTP client sends the same as `uuid%5B%5D=`, as RFC 3986 wants.
 */
function assertWire(entries, name) {
	const expected = readExpected(name);
	assert.deepEqual(inExpectedOrder(entries.map(asExpected), expected), expected);
}

/** The sandbox checks each request against its contract and each response too. */
function assertNoObjections(entries) {
	const objections = entries.flatMap(({ method, path, warnings = [], contractErrors = [] }) =>
		[...warnings, ...contractErrors].map((one) => `${method} ${path}: ${JSON.stringify(one)}`),
	);
	assert.deepEqual(objections, []);
}

module.exports = { assertNoObjections, assertWire };
