/**
 * The least a declarative node can be: two parameters, no checks, no pairing. What it costs is
 * what n8n's declarative engine costs.
 */
class BenchFloor {
	constructor() {
		this.description = {
			displayName: 'Bench Floor',
			name: 'benchFloor',
			group: ['transform'],
			version: 1,
			description: 'Changes a phone with as little as possible',
			defaults: { name: 'Bench Floor' },
			inputs: ['main'],
			outputs: ['main'],
			credentials: [{ name: 'lox24Api', required: true }],
			requestDefaults: { baseURL: '={{ $credentials.baseUrl }}' },
			properties: [
				{
					displayName: 'Phone ID',
					name: 'phoneId',
					type: 'string',
					default: '',
					routing: { request: { method: 'PUT', url: '=/phones/{{ $value }}' } },
				},
				{
					displayName: 'Phone Number',
					name: 'phone',
					type: 'string',
					default: '',
					routing: { send: { type: 'body', property: 'phone' } },
				},
			],
		};
	}
}

module.exports = { BenchFloor };
