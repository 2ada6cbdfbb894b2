'use strict';

/** Each also with `-before` or `-after`: instead of the effect, or after it. */
const BASES = ['status', 'html', 'empty', 'body', 'echo', 'drip', 'hang', 'reset'];
const KINDS = [...BASES.flatMap((base) => [base, `${base}-before`, `${base}-after`]), 'delay'];
const KNOWN = `${BASES.join(', ')}, each also with -before or -after, and delay`;
const FORMATS = ['json', 'text', 'html'];

/**
 * @typedef {object} Fault
 * @property {string} kind
 *   status: an error of the service. html: a proxy's error page. empty: no body. body: `body`. echo: an error
 *   that repeats the token. drip: a body that comes byte by byte and never ends. hang: never answers. reset:
 *   closes the connection. With -before the effect does not happen, with -after it does; without either it
 *   does with body, and with empty below 400, but not with the others. delay: does it later.
 * @property {string} [method]
 * @property {string|RegExp} [path] `*` stands for any characters; without the query
 * @property {number|'always'} [times] how many requests it meets, 1 by default; Infinity or 'always' for all
 * @property {number} [skip] how many fitting requests it lets through first
 * @property {number} [status] 100 to 599; below 200 the connection stays open after the head of the response
 * @property {any} [body] text as it is, anything else as JSON
 * @property {Record<string, string|number|null>} [headers] of the response; null leaves one out
 * @property {string} [location] where to, 301, 302, 303, 307 and 308 have one by default
 * @property {'json'|'text'|'html'} [format] of an echo, json by default
 * @property {number} [interval] milliseconds between the bytes of a drip, 1000 by default
 * @property {number} [delay] milliseconds to wait before anything else
 */

/** Faults that were asked for. The first one that fits a request and is not used up meets it. */
function createFaults() {
	let faults = [];
	return {
		/** @param {Fault} fault @returns {Fault} the fault as it was understood */
		add(fault) {
			if (!KINDS.includes(fault?.kind))
				throw new TypeError(`Unknown kind of fault: ${fault?.kind}. Known: ${KNOWN}`);
			const { status = 200, format = 'json' } = fault;
			if (!Number.isInteger(status) || status < 100 || status > 599)
				throw new TypeError(`A fault's status must be from 100 to 599, not ${status}`);
			if (!FORMATS.includes(format))
				throw new TypeError(`Unknown format: ${format}. Known: ${FORMATS.join(', ')}`);
			const times = fault.times === 'always' ? Infinity : (fault.times ?? 1);
			const added = {
				...fault,
				times,
				skip: fault.skip ?? 0,
				method: fault.method?.toUpperCase(),
				pattern: patternOf(fault.path),
			};
			faults.push(added);
			return added;
		},
		clear() {
			faults = [];
		},
		/** @returns {Fault[]} faults that are not used up */
		list: () =>
			faults.map(({ pattern, ...fault }) => ({
				...fault,
				...(pattern && { path: String(fault.path) }),
			})),
		/**
		 * @param {string} method
		 * @param {string} path
		 * @returns {Fault|undefined} the fault this request meets
		 */
		take(method, path) {
			for (const fault of faults) {
				if (fault.method && fault.method !== '*' && fault.method !== method) continue;
				if (fault.pattern && !fault.pattern.test(path)) continue;
				if (fault.skip > 0) {
					fault.skip -= 1;
					continue;
				}
				fault.times -= 1;
				if (fault.times <= 0) faults = faults.filter((other) => other !== fault);
				return fault;
			}
			return undefined;
		},
	};
}

function patternOf(path) {
	if (path === undefined || path === '*') return undefined;
	if (path instanceof RegExp) return new RegExp(path.source, path.flags.replace(/[gy]/g, ''));
	const escaped = path.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replace(/\*/g, '.*');
	return new RegExp(`^${escaped}$`);
}

module.exports = { createFaults, KINDS, KNOWN };
