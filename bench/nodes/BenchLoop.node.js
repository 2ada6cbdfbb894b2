const BATCH = 100;
const CONCURRENCY = 10;

/**
 * The floor of any node: a bare loop over n8n's own authenticated request helper, ten at once, with
 * no checks, no retries and no pairing.
 */
class BenchLoop {
	constructor() {
		const field = (displayName, name) => ({ displayName, name, type: 'string', default: '' });
		this.description = {
			displayName: 'Bench Loop',
			name: 'benchLoop',
			group: ['transform'],
			version: 1,
			description: 'Sends requests with as little as possible',
			defaults: { name: 'Bench Loop' },
			inputs: ['main'],
			outputs: ['main'],
			credentials: [{ name: 'lox24Api', required: true }],
			properties: [
				{
					...field('Job', 'job'),
					type: 'options',
					options: ['update', 'updateFromItems', 'import'].map((value) => ({ name: value, value })),
				},
				field('Phone ID', 'phoneId'),
				field('Phone Number', 'phone'),
				field('Group ID', 'groupId'),
			],
		};
	}

	/** @this {import('n8n-workflow').IExecuteFunctions} */
	async execute() {
		const { baseUrl } = await this.getCredentials('lox24Api');
		const requests = JOBS[String(this.getNodeParameter('job', 0))](this);
		const results = [];
		let next = 0;
		const work = async () => {
			while (next < requests.length) {
				const index = next++;
				results[index] = await this.helpers.httpRequestWithAuthentication.call(this, 'lox24Api', {
					...requests[index],
					baseURL: baseUrl,
					json: true,
				});
			}
		};
		await Promise.all(Array.from({ length: CONCURRENCY }, work));
		return [this.helpers.returnJsonArray(results.flat())];
	}
}

/** The requests of each job. */
const JOBS = {
	/** Two parameters, as the editor writes them. */
	update: (node) =>
		node.getInputData().map((_item, index) => ({
			method: 'PUT',
			url: `/phones/${node.getNodeParameter('phoneId', index)}`,
			body: { phone: node.getNodeParameter('phone', index) },
		})),

	/** Without any parameter, which no node of use can do: what is left is n8n's helper alone. */
	updateFromItems: (node) =>
		node.getInputData().map(({ json: { id, phone } }) => ({
			method: 'PUT',
			url: `/phones/${id}`,
			body: { phone },
		})),

	import: (node) => {
		const contacts = node
			.getInputData()
			.map(({ json: { phone, a, b, c, d, e } }) => ({ phone, a, b, c, d, e }));
		const url = `/groups/${node.getNodeParameter('groupId', 0)}/phones/batch`;
		const batches = [];
		while (contacts.length > 0) {
			batches.push({ method: 'POST', url, body: contacts.splice(0, BATCH) });
		}
		return batches;
	},
};

module.exports = { BenchLoop };
