'use strict';

const SECRET_HEADERS = new Set([
	'x-lox24-auth-token',
	'authorization',
	'cookie',
	'proxy-authorization',
]);
const MASK = '***';

/**
 * @param {Record<string, string | string[] | undefined>} headers
 * @returns {Record<string, string | string[]>} a copy without secrets; the scheme of Authorization stays
 */
function maskHeaders(headers) {
	const masked = {};
	for (const [name, value] of Object.entries(headers)) {
		if (!SECRET_HEADERS.has(name.toLowerCase())) masked[name] = value;
		else
			masked[name] = /^(Bearer|Basic) /.test(String(value))
				? `${String(value).split(' ', 1)[0]} ${MASK}`
				: MASK;
	}
	return masked;
}

/**
 * @param {string} target request target or query string
 * @returns {string} the same without the value of accessRequestToken
 */
function maskTarget(target) {
	return target.replace(/(accessRequestToken=)[^&]*/gi, `$1${MASK}`);
}

module.exports = { maskHeaders, maskTarget };
