const { dirname, join } = require('node:path');
const { loadContract } = require('../../sandbox/contract/contract');
const { editorItem, editorParameters } = require('./editorItem');
const { samplesOf } = require('./samples');

/** Where the operations of a node are in the contracts. */
const CONTRACTS = {
	lox24: { file: 'lox24.yaml', base: '' },
	voipNow: { file: 'voipnow.yaml', base: '/uapi' },
};

/** The nodes look into files whether they are what they should be. */
const FILES = { 'application/pdf': '%PDF-1.7', 'text/csv': 'id,phone\n1,+4915112345678\n' };

/** Operations that do not make their items of one response to one item. */
const OWN = { 'lox24/phone/createBatch': readBatch, 'lox24/sms/sendAndWait': readWait };

/**
 * What comes out of the operations of a node, in their default settings: the node's own functions
 * are given whatever the contract says the service may send.
 *
 * @param {string} folder of the package, with a current dist/
 * @param {string} path of the compiled node
 * @param {object} description of the node
 * @returns {(resource: string, operation: string) => Promise<{ items: object[], problems: string[] }>}
 */
function outputsOf(folder, path, description) {
	const built = (module) => require(join(folder, dirname(path), module));
	const { planRequest } = built('../shared/request/plan');
	const { toTask } = built('../shared/request/declared');
	const { name, displayName, properties } = description;
	const service = Object.values(built('api/service')).find((one) => one.readList);
	const { file, base } = CONTRACTS[name];
	const contract = loadContract(join(folder, 'sandbox', 'openapi', file));

	return async (resource, operation) => {
		const parameters = editorParameters(properties, resource, operation);
		const node = { name: displayName, type: name, typeVersion: 1, parameters };
		const plan = planRequest(node, properties);
		const { method, url } = plan.request;
		const { operation: documented } = contract.match(method, base + url);
		if (!documented) return { items: [], problems: [`${method} ${url} is not in the contract`] };

		const isList = 'returnAll' in parameters;
		const [asked] = Object.values(documented.requestBody?.content ?? {});
		const [body] = samplesOf(asked?.schema ?? {});
		const request = {
			...plan.request,
			baseURL: 'https://service.example',
			url: url.replace(/\{\w+\}/g, '1'),
			qs: {},
			body,
		};
		const task = toTask({ service }, editorItem(node), plan, request);
		const own = OWN[`${name}/${resource}/${operation}`];
		const read = own ? own({ built, node, properties, contract, task, request }) : readAny;

		async function readAny(response) {
			if (!isList) return await task.read(response, request);
			const { entries, failure } = await service.readList(request, 1, async () => ({ response }), {
				timezone: 'UTC',
				concurrency: 1,
			});
			if (failure) throw new Error(failure.message);
			return await task.read({ ...response, body: entries }, request);
		}

		const items = [];
		const problems = [];
		for (const response of responsesTo(documented, isList)) {
			try {
				items.push(...(await read(response)));
			} catch (error) {
				problems.push(error.message);
			}
		}
		return { items: items.map(({ json }) => json), problems };
	};
}

/** Every success that is documented, with bodies that show all it may hold. */
function responsesTo({ responses }, isList) {
	return Object.entries(responses)
		.filter(([status]) => status.startsWith('2'))
		.flatMap(([status, { content = {} }]) => {
			const types = Object.keys(content);
			const wanted = isList ? ['application/ld+json', 'application/json'] : ['application/json'];
			const type = wanted.find((one) => types.includes(one)) ?? types[0];
			return bodiesOf(type, content[type]).map((body) => ({
				status: Number(status),
				headers: { 'content-type': type },
				body,
			}));
		});
}

function bodiesOf(type, content) {
	if (!content) return [undefined];
	if (type.endsWith('json')) return samplesOf(content.schema);
	return [Buffer.from(FILES[type])];
}

/** The response has an entry for each phone, and in it a status that says what its body is. */
function readBatch({ built, node, properties, contract }) {
	const { readResults, toItem } = built('batch/phoneResults');
	const { PhoneInput, Phone, Problem } = contract.document.components.schemas;
	const [phone] = samplesOf(PhoneInput);
	const row = { itemIndex: 0, groupId: '1', phone };
	const added = samplesOf(Phone).map((body) => ({ status: 201, body }));
	const refused = samplesOf(Problem).map((body) => ({ status: 422, body }));
	return async (response) =>
		[...added, ...refused].flatMap((entry) =>
			readResults({ ...response, body: [entry] }, [row]).map((result) =>
				toItem({ properties }, node, row, result),
			),
		);
}

/** The message is sent and read as usual; what comes out is the response to it. */
function readWait({ built, task, request }) {
	const { responded } = built('wait/respond');
	const given = [{ approved: true }, { text: 'Yes' }];
	return async (response) =>
		(await task.read(response, request)).flatMap(({ json }) =>
			given.map((one) => responded(one, json, new Date(0))),
		);
}

module.exports = { outputsOf };
