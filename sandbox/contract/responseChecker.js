'use strict';

const Ajv = require('ajv').default;

/**
 * Checks a response of the sandbox against its operation: documented status, media type, body, headers.
 * @returns {(operation: object, response: { status: number, mediaType?: string, headers: Record<string, string>, body?: any }) => string[]}
 *   what is wrong, empty when nothing is
 */
function responseChecker() {
	const ajv = new Ajv({ strict: false, validateFormats: false });
	/** Compiled schemas, by schema object. */
	const compiled = new Map();
	const compile = (schema) => {
		if (!compiled.has(schema)) compiled.set(schema, ajv.compile(schema));
		return compiled.get(schema);
	};

	return (operation, { status, mediaType, headers, body }) => {
		const documented = operation.responses[status];
		if (!documented) return [`${operation.operationId} does not document status ${status}`];
		const wrong = [];
		for (const [name, header] of Object.entries(documented.headers ?? {})) {
			const value = headers[name.toLowerCase()];
			if (!compile(header.schema)(value)) wrong.push(`header ${name} is missing or wrong`);
		}
		if (!documented.content) {
			if (body !== undefined) wrong.push(`status ${status} has a body`);
			return wrong;
		}
		const content = documented.content[mediaType];
		if (!content)
			return [...wrong, `media type ${mediaType} is not documented for status ${status}`];
		const validate = compile(content.schema);
		if (!validate(Buffer.isBuffer(body) ? body.toString('latin1') : body)) {
			wrong.push(
				...validate.errors.map(
					(e) => `body${e.instancePath} ${e.message} ${JSON.stringify(e.params)}`,
				),
			);
		}
		return wrong;
	};
}

module.exports = { responseChecker };
