/*
 * node bench/engine.js: where the processor time of a single update goes. The same 1,000 updates
 * on n8n's engine (n8n-core) without the server around it, through different descriptions of the
 * node; the table is in docs/benchmarks.md. Build the package first (npm run build).
 */
const { fork } = require('node:child_process');
const { once } = require('node:events');
const { join } = require('node:path');
const { BenchFloor } = require('./nodes/BenchFloor.node');
const { asLoaded, runNode } = require('./engineRun');
const { contact } = require('./nodes/contact');
const { ratio } = require('./statistics');

const RUNS = 5;
const ITEMS = 1000;

const floorParameters = { phoneId: '={{ $json.id }}', phone: '={{ $json.phone }}' };
const parameters = {
	resource: 'phone',
	operation: 'update',
	phoneId: { __rl: true, mode: 'id', value: '={{ $json.id }}' },
	phone: '={{ $json.phone }}',
	updateFields: {},
	options: {},
};

/** The LOX24 node on n8n's declarative engine, with a part of its properties. */
function declarative(Lox24, keeps) {
	const node = new Lox24();
	const properties = node.description.properties.filter(keeps);
	const { description } = node;
	return asLoaded({
		...node,
		description: { ...description, properties },
		customOperations: undefined,
	});
}

function ways(Lox24) {
	/** @param {import('n8n-workflow').INodeProperties} property */
	const isOfOperation = ({ displayOptions: { show = {} } = {} }) =>
		(show.resource ?? ['phone']).includes('phone') &&
		(show.operation ?? ['update']).includes('update');
	const isNamedLikeOne = (property, index, all) =>
		isOfOperation(property) || !all.some((one) => one.name === property.name && isOfOperation(one));
	return [
		['minimal node with two parameters', asLoaded(new BenchFloor()), floorParameters],
		['all 65 operations on the declarative engine', declarative(Lox24, () => true), parameters],
		[
			'without properties named like those of this one',
			declarative(Lox24, isNamedLikeOne),
			parameters,
		],
		['only the properties of this operation', declarative(Lox24, isOfOperation), parameters],
		['the node as it is', asLoaded(new Lox24()), parameters],
	].map(([title, node, given]) => ({ title, node, parameters: given, results: [] }));
}

async function measure({ node, parameters: given }, items, connection) {
	const before = process.cpuUsage();
	const task = await runNode(node, given, items, connection);
	const { user, system } = process.cpuUsage(before);
	if (task.error) throw task.error;
	return { cpu: (user + system) / 1000 };
}

async function main() {
	const { Lox24 } = require(join(__dirname, '../dist/nodes/Lox24/Lox24.node'));
	const sandbox = fork(join(__dirname, 'sandbox.js'), ['0']);
	const [{ url, tokens }] = await once(sandbox, 'message');
	const connection = { url, token: tokens.lox24 };
	const filled = await fetch(`${url}/_sandbox/fill`, {
		method: 'POST',
		body: JSON.stringify({ phones: ITEMS }),
	});
	const { phones } = /** @type {{ phones: string[] }} */ (await filled.json());
	const items = phones.map((id, index) => ({ json: { ...contact(index), id } }));

	const all = ways(Lox24);
	for (const way of all) await measure(way, items, connection);
	for (let run = 0; run < RUNS; run++) {
		for (const way of all) way.results.push(await measure(way, items, connection));
	}
	for (const { title, node, results } of all) {
		const properties = String(node.description.properties.length).padStart(4);
		console.log(
			`${ratio(results, all[0].results, 'cpu').toFixed(2)}  ${properties} properties  ${title}`,
		);
	}
	sandbox.disconnect();
}

main().catch((error) => {
	console.error(error);
	process.exit(1);
});
