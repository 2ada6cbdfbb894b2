const { contact } = require('./contact');
const { begin } = require('./meter');

/** Gives the items of a measurement, and starts the meter right after. */
class BenchItems {
	constructor() {
		this.description = {
			displayName: 'Bench Items',
			name: 'benchItems',
			group: ['transform'],
			version: 1,
			description: 'Makes items and starts the meter',
			defaults: { name: 'Bench Items' },
			inputs: ['main'],
			outputs: ['main'],
			properties: [
				{ displayName: 'Count', name: 'count', type: 'number', default: 1 },
				{ displayName: 'First ID', name: 'firstId', type: 'number', default: 0 },
			],
		};
	}

	/** @this {import('n8n-workflow').IExecuteFunctions} */
	async execute() {
		const count = Number(this.getNodeParameter('count', 0));
		const firstId = Number(this.getNodeParameter('firstId', 0));
		const items = Array.from({ length: count }, (_, index) => ({
			json: { id: firstId + index, ...contact(index) },
			pairedItem: { item: 0 },
		}));
		begin();
		return [items];
	}
}

module.exports = { BenchItems };
