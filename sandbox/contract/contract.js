'use strict';

const fs = require('node:fs');
const YAML = require('yaml');
const { responseChecker } = require('./responseChecker');
const { pathMatcher } = require('./pathMatcher');
const { requestChecker } = require('./requestChecker');
const { resolveReferences } = require('./references');

const METHODS = ['get', 'put', 'post', 'delete', 'patch'];

/** Contracts already loaded, by file. They never change, so all sandboxes of a process share them. */
const loaded = new Map();

/**
 * Reads an OpenAPI file once and prepares the checks of its operations. Each check is compiled when it
 * is first used and then kept.
 * @param {string} file path of the YAML file
 * @returns {Contract}
 * @typedef {object} Contract
 * @property {Record<string, any>} document the parsed file, references resolved
 * @property {{ operationId: string, method: string, path: string, parameters: object[], responses: object, requestBody?: object }[]} operations
 *   with `method` in lower case and all `parameters`
 * @property {(id: string) => object|undefined} operation the operation with this operationId
 * @property {(method: string, path: string) => object} match see pathMatcher
 * @property {(operation: object, request: object) => object} checkRequest see requestChecker
 * @property {(operation: object, response: object) => string[]} checkResponse see responseChecker
 */
function loadContract(file) {
	if (!loaded.has(file)) loaded.set(file, prepare(file));
	return loaded.get(file);
}

function prepare(file) {
	const document = resolveReferences(YAML.parse(fs.readFileSync(file, 'utf8')));
	const operations = Object.entries(document.paths).flatMap(([path, item]) =>
		METHODS.filter((method) => item[method]).map((method) => ({
			...item[method],
			path,
			method,
			parameters: [...(item.parameters ?? []), ...(item[method].parameters ?? [])],
		})),
	);
	const byId = new Map(operations.map((operation) => [operation.operationId, operation]));
	return {
		document,
		operations,
		operation: (id) => byId.get(id),
		match: pathMatcher(operations),
		checkRequest: requestChecker(document),
		checkResponse: responseChecker(),
	};
}

module.exports = { loadContract };
