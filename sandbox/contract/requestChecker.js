'use strict';

const Ajv = require('ajv').default;

const OPTIONS = { strict: false, allErrors: true, validateFormats: false };

/**
 * Checks a request against its operation.
 * @param {object} document the contract, references resolved
 * @returns {(operation: object, request: { params: object, query: object, body: any, isForm?: boolean }) =>
 *   { faults: RequestFault[], query: object, unknown: string[] }}
 *   the faults; the known part of the query, numbers as numbers; what the contract does not know
 * @typedef {{ in: 'path'|'query'|'body', field: string, keyword: string, limit?: number, missing?: boolean }} RequestFault
 *   `isForm`: the body is not JSON, its handler checks it; `field` is the wire name; an empty field means the body as a whole
 */
function requestChecker(document) {
	// Paths and queries are text, so their numbers are read from text; bodies are not.
	const ofText = new Ajv({ ...OPTIONS, coerceTypes: true });
	const ofBody = new Ajv(OPTIONS);
	/** Compiled checks by operationId. */
	const compiled = new Map();

	function checksOf(operation) {
		let checks = compiled.get(operation.operationId);
		if (!checks) {
			const schema = operation.requestBody?.content['application/json']?.schema;
			checks = {
				parameters: ofText.compile(parametersSchema(operation)),
				queryNames: new Set(
					operation.parameters.filter((p) => p.in === 'query').map((p) => p.name),
				),
				body: schema && ofBody.compile(schema),
				bodyFields: schema && fieldsOf(schema, document),
			};
			compiled.set(operation.operationId, checks);
		}
		return checks;
	}

	return (operation, { params, query, body, isForm }) => {
		const checks = checksOf(operation);
		/** @type {RequestFault[]} */
		const faults = [];
		const unknown = [];
		const text = { path: { ...params }, query: {} };
		for (const [name, value] of Object.entries(query)) {
			if (checks.queryNames.has(name)) text.query[name] = value;
			else unknown.push(`unknown query parameter ${name}`);
		}
		if (!checks.parameters(text)) {
			for (const error of checks.parameters.errors) {
				const [place, ...steps] = stepsOf(error);
				faults.push({ in: place, ...toFault(error, steps) });
			}
		}
		if (checks.body && !isForm) {
			if (checks.bodyFields) unknown.push(...unknownFields(body, checks.bodyFields));
			if (body === undefined)
				faults.push({ in: 'body', field: '', keyword: 'required', missing: true });
			else if (!checks.body(body)) faults.push(...bodyFaults(checks.body.errors));
		}
		return { faults, query: text.query, unknown };
	};
}

/**
 * @param {import('ajv').ErrorObject[]} errors of a body
 * @returns {RequestFault[]}
 */
function bodyFaults(errors) {
	return errors.map((error) => ({ in: 'body', ...toFault(error, stepsOf(error)) }));
}

function parametersSchema({ parameters }) {
	const properties = { path: {}, query: {} };
	for (const parameter of parameters) properties[parameter.in][parameter.name] = parameter.schema;
	const object = (fields) => ({ type: 'object', properties: fields });
	return object({ path: object(properties.path), query: object(properties.query) });
}

/** Names of the fields of a body, or of each row of a list. */
function fieldsOf(schema, document) {
	const row = schema['x-row-schema'];
	const { properties } = row ? document.components.schemas[row.split('/').pop()] : schema;
	return properties && new Set(Object.keys(properties));
}

function unknownFields(body, fields) {
	const found = new Set();
	for (const object of Array.isArray(body) ? body : [body]) {
		if (object === null || typeof object !== 'object' || Array.isArray(object)) continue;
		for (const key of Object.keys(object)) {
			if (!fields.has(key)) found.add(`unknown body field ${key}`);
		}
	}
	return found;
}

function stepsOf({ instancePath }) {
	return instancePath
		.split('/')
		.slice(1)
		.map((step) => step.replace(/~1/g, '/').replace(/~0/g, '~'));
}

function toFault({ keyword, params }, steps) {
	const missing = keyword === 'required';
	const path = missing ? [...steps, params.missingProperty] : steps;
	const field = path
		.map((step, i) => (i === 0 ? step : /^\d+$/.test(step) ? `[${step}]` : `.${step}`))
		.join('');
	return { field, keyword, limit: params.limit, ...(missing && { missing }) };
}

module.exports = { requestChecker, bodyFaults };
