'use strict';

const KINDS = [
	'status',
	'html',
	'empty',
	'body',
	'reset-before',
	'reset-after',
	'status-after',
	'delay',
	'hang',
	'hang-after',
];

/**
 * @typedef {object} Fault
 * @property {string} kind
 *   status: answers with `status` instead of doing it. html: a proxy's error page instead of doing it.
 *   empty: an empty body; below 400 the effect has happened. body: does it and answers with `body`.
 *   reset-before / reset-after: closes the connection before / after the effect. status-after: does it, then
 *   answers with `status`. delay: does it later. hang: does nothing and never answers.
 *   hang-after: does it and never answers.
 * @property {string} [method]
 * @property {string|RegExp} [path] `*` stands for any characters; without the query
 * @property {number|'always'} [times] how many requests it meets, 1 by default; Infinity or 'always' for all
 * @property {number} [skip] how many fitting requests it lets through first
 * @property {number} [status]
 * @property {any} [body] text as it is, anything else as JSON
 * @property {Record<string, string>} [headers]
 * @property {number} [delay] milliseconds to wait before anything else
 */

/** Faults that were asked for. The first one that fits a request and is not used up meets it. */
function createFaults() {
	let faults = [];
	return {
		/** @param {Fault} fault @returns {Fault} the fault as it was understood */
		add(fault) {
			if (!KINDS.includes(fault?.kind))
				throw new TypeError(`Unknown kind of fault: ${fault?.kind}. Known: ${KINDS.join(', ')}`);
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

module.exports = { createFaults, KINDS };
