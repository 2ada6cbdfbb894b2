const { createHash } = require('node:crypto');
const { writeFileSync } = require('node:fs');
const { end } = require('./meter');

/** Stops the meter and writes what it shows, with a print of the items that came out. */
class BenchResult {
	constructor() {
		this.description = {
			displayName: 'Bench Result',
			name: 'benchResult',
			group: ['transform'],
			version: 1,
			description: 'Stops the meter and writes the result to a file',
			defaults: { name: 'Bench Result' },
			inputs: ['main'],
			outputs: ['main'],
			properties: [
				{ displayName: 'File', name: 'file', type: 'string', default: '' },
				{ displayName: 'Key', name: 'key', type: 'string', default: '' },
			],
		};
	}

	/** @this {import('n8n-workflow').IExecuteFunctions} */
	async execute() {
		const metered = end();
		const items = this.getInputData();
		const key = String(this.getNodeParameter('key', 0));
		const keys = items.map(({ json }) => json[key]);
		const result = {
			...metered,
			items: items.length,
			failed: items.filter(({ json }) => json.error || json.success === false).length,
			different: new Set(keys).size,
			order: createHash('sha256').update(JSON.stringify(keys)).digest('hex').slice(0, 16),
		};
		writeFileSync(String(this.getNodeParameter('file', 0)), JSON.stringify(result));
		return [[{ json: result }]];
	}
}

module.exports = { BenchResult };
