'use strict';

const SECRET_HEADERS = new Set([
	'x-lox24-auth-token',
	'authorization',
	'cookie',
	'proxy-authorization',
	'x-upload-signature',
]);
const MASK = '***';

/**
 * @param {Record<string, string | string[] | undefined>} headers
 * @returns {Record<string, string | string[]>} a copy without secrets; the scheme of Authorization stays
 */
function maskHeaders(headers) {
	/** @type {Record<string, string | string[]>} */
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
	return target.replace(/(accessRequestToken=|client_secret=)[^&]*/gi, `$1${MASK}`);
}

const SECRET_FIELDS = 'client_secret|code|refresh_token|access_token';

/**
 * @param {string} text body of a token request: form, multipart, or whatever a client made of it
 * @returns {string} the same without secrets, codes and tokens
 */
function maskTokenRequest(text) {
	return text
		.replace(new RegExp(`(^|&)(${SECRET_FIELDS})=[^&]*`, 'gi'), `$1$2=${MASK}`)
		.replace(new RegExp(`("(?:${SECRET_FIELDS})"\\s*:\\s*)"[^"]*"`, 'gi'), `$1"${MASK}"`)
		.replace(
			new RegExp(
				`(name="?(?:${SECRET_FIELDS})"?[^\\r\\n]*(?:\\r?\\n[^\\r\\n]+)*\\r?\\n\\r?\\n)[^\\r\\n]*`,
				'gi',
			),
			`$1${MASK}`,
		);
}

module.exports = { maskHeaders, maskTarget, maskTokenRequest };
