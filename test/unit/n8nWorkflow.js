/*
 * Stands for n8n-workflow in a mutation run, which loads it a few thousand times: the real things,
 * but of its 700 files only those that are used.
 */
const { join } = require('node:path');

const whole = join(process.cwd(), 'node_modules/n8n-workflow/dist/cjs');

const files = {
	jsonParse: 'utils.js',
	randomString: 'utils.js',
	sleep: 'utils.js',
	NodeApiError: 'errors/node-api.error.js',
	NodeOperationError: 'errors/node-operation.error.js',
};

module.exports = new Proxy(
	{},
	{ get: (_target, name) => require(join(whole, files[name] ?? 'index.js'))[name] },
);
