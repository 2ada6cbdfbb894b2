'use strict';

/**
 * Finds the operation of a request. Paths with and without a trailing slash are the same; a literal
 * path wins over a template (`/sms/dryrun` over `/sms/{uuid}`).
 * @param {object[]} operations operations with `method` (lower case) and `path`
 * @returns {(method: string, path: string) => { operation?: any, params?: Record<string, string>, allowed?: string[] }}
 *   the operation with its decoded path parameters, or the methods the path allows, or an empty object
 */
function pathMatcher(operations) {
	const routes = operations
		.map((operation) => {
			const names = [];
			const pattern = operation.path
				.split(/\{([^}]+)\}/)
				.map((part, index) => {
					if (index % 2 === 0) return part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
					names.push(part);
					return '([^/]+)';
				})
				.join('');
			return { operation, names, regex: new RegExp(`^${pattern}/?$`) };
		})
		.sort((a, b) => a.names.length - b.names.length);

	return (method, path) => {
		const allowed = [];
		let best = Infinity;
		for (const { operation, names, regex } of routes) {
			if (names.length > best) break;
			const found = regex.exec(path);
			if (!found) continue;
			best = names.length;
			if (operation.method === method.toLowerCase()) {
				/** @type {Record<string, string>} */
				const params = {};
				names.forEach((name, index) => (params[name] = decode(found[index + 1])));
				return { operation, params };
			}
			allowed.push(operation.method.toUpperCase());
		}
		return allowed.length > 0 ? { allowed } : {};
	};
}

function decode(segment) {
	try {
		return decodeURIComponent(segment);
	} catch {
		return segment;
	}
}

module.exports = { pathMatcher };
