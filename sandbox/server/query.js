'use strict';

/**
 * Reads a raw query string into a flat object whose keys are the wire names of the contract.
 * A name that ends in `[]` is always an array; PHP's `uuid[0]=..&uuid[1]=..` means the same as `uuid[]`.
 * Of a name given twice the last value counts, as in PHP.
 * @param {string} raw query without the question mark
 * @returns {Record<string, string | string[]>}
 */
function readQuery(raw) {
	// Without a prototype, `__proto__=x` is a name as any other.
	const query = Object.create(null);
	for (const [rawName, value] of new URLSearchParams(raw)) {
		const name = rawName.replace(/\[\d+\]$/, '[]');
		if (!name.endsWith('[]')) query[name] = value;
		else (query[name] ??= []).push(value);
	}
	return query;
}

module.exports = { readQuery };
