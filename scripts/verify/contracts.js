const { join } = require('node:path');
const { refuse } = require('./problems');

/**
 * Redocly's strictest set, except for what the services do differently.
 *
 * @type {import('@redocly/openapi-core').RawUniversalConfig}
 */
const RULES = {
	extends: ['recommended-strict'],
	rules: {
		// The consent page redirects, and discovery accepts any request.
		'operation-2xx-response': 'off',
		'operation-4xx-response': 'off',
		'component-name-unique': 'error',
		'no-duplicated-tag-names': 'error',
		'no-invalid-parameter-examples': 'error',
		'no-invalid-schema-examples': 'error',
		'no-unresolved-refs': 'error',
		'operation-operationId': 'error',
		'spec-strict-refs': 'error',
		struct: 'error',
	},
};

/** Lints the contracts that the sandbox keeps to, as OpenAPI. */
async function checkContracts(root) {
	const { createConfig, lint } = await import('@redocly/openapi-core');
	const config = await createConfig(RULES);
	for (const name of ['lox24', 'voipnow']) {
		const file = join('sandbox', 'openapi', `${name}.yaml`);
		const problems = await lint({ ref: join(root, file), config });
		refuse(
			`${file} is not a clean contract`,
			problems.map(
				({ ruleId, message, location: [{ pointer = '' } = {}] }) =>
					`${pointer}: ${message} (${ruleId})`,
			),
		);
	}
}

module.exports = { checkContracts };
