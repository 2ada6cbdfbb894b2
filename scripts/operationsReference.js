const { existsSync, readFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { fieldRows, fieldTable } = require('./reference/fields');
const { anchor, code, link, prose, sentence, table } = require('./reference/markdown');
const { sourcesIn } = require('./reference/sources');
const { refuse } = require('./verify/problems');

/** The reference of all operations, made from the compiled node descriptions. */
const FILE = join('docs', 'operations.md');

const CONCURRENCY = 'Concurrency';
const COMMON = 'Common Fields';
const TRIGGERS = 'Triggers';

/** Described once for all operations, as long as they are the same in all of them. */
const SHARED = ['options.concurrency', 'returnAll', 'limit', 'simplify'];

const nameOf = (row) => row.Parameter.replaceAll('`', '');
const isSame = (one, other) => JSON.stringify(one) === JSON.stringify(other);

function isShownFor({ displayOptions }, resource, operation) {
	const { show = {} } = displayOptions ?? {};
	return show.resource?.includes(resource) && show.operation?.includes(operation);
}

/** Of a collection that several operations share, what this one has. */
function forOperation(field, resource, operation) {
	if (field.type !== 'collection') return field;
	const options = field.options.filter(({ displayOptions }) => {
		const show = displayOptions?.show ?? {};
		const { '/resource': resources = [resource], '/operation': operations = [operation] } = show;
		return resources.includes(resource) && operations.includes(operation);
	});
	return { ...field, options };
}

const isTrigger = ({ group }) => group.includes('trigger');

/** All operations of a node, by resource, with the rows of their fields. */
function resourcesOf({ properties }) {
	const resources = properties.find(({ name }) => name === 'resource').options;
	return resources.map((resource) => {
		const { options } = properties.find(
			({ name, displayOptions }) =>
				name === 'operation' && displayOptions.show.resource.includes(resource.value),
		);
		const operations = options.map((operation) => ({
			...operation,
			heading: `${resource.name}: ${operation.name}`,
			rows: properties
				.filter((field) => isShownFor(field, resource.value, operation.value))
				.map((field) => forOperation(field, resource.value, operation.value))
				.flatMap((field) => fieldRows(field)),
		}));
		return { ...resource, operations };
	});
}

/** The rows that are told once, by parameter. */
function sharedRows(nodes) {
	const rows = nodes
		.flatMap(({ resources }) => resources)
		.flatMap(({ operations }) => operations)
		.flatMap((operation) => operation.rows);
	return new Map(SHARED.map((name) => [name, rows.find((row) => nameOf(row) === name)]));
}

function contents(nodes) {
	return nodes.flatMap(({ displayName, resources }) => [
		`- ${link(displayName)}`,
		...resources.map(({ name, operations }) => {
			const links = operations.map((operation) => link(operation.name, operation.heading));
			return `  - ${link(name)}: ${links.join(', ')}`;
		}),
	]);
}

function operationSection(resource, operation, { shared, sources }) {
	const { request } = operation.routing;
	const links = sources(resource.value, request).join(', ');
	const isShared = (row) => isSame(row, shared.get(nameOf(row)));
	const common = operation.rows.filter((row) => isShared(row) && row.Field !== CONCURRENCY);
	const names = common.map(({ Field }) => Field).join(', ');
	return [
		`#### ${operation.heading}`,
		'',
		sentence(operation.description),
		'',
		`- Request: ${code(`${request.method} ${request.url}`)} (${links})`,
		`- In a workflow file: resource ${code(resource.value)}, operation ${code(operation.value)}`,
		...(names ? [`- ${link(COMMON)}: ${names}`] : []),
		'',
		...fieldTable(operation.rows.filter((row) => !isShared(row))),
	];
}

function nodeSection({ displayName, name, resources }, { shared, sourcesOf }) {
	const sources = (resource, request) => sourcesOf(name, resource, request);
	return [
		`## ${displayName}`,
		'',
		...resources.flatMap((resource) => [
			`### ${resource.name}`,
			'',
			...resource.operations.flatMap((operation) =>
				operationSection(resource, operation, { shared, sources }),
			),
		]),
	];
}

/** What a trigger can start on, each with its description. */
function eventRows(options) {
	return options.map(({ name, value, description }) => ({
		Event: prose(name),
		Value: code(value),
		Description: prose(description),
	}));
}

function triggerSection({ displayName, name, properties }, packageName) {
	const on = properties.find((property) => property.displayName === 'Trigger On');
	const rows = properties.flatMap((property) => fieldRows(property));
	return [
		`### ${displayName}`,
		'',
		`- In a workflow file: type ${code(`${packageName}.${name}`)}`,
		'',
		...fieldTable(rows),
		...(on ? [`Events of *${on.displayName}*:`, '', ...eventTable(eventRows(on.options))] : []),
	];
}

const eventTable = (rows) => table(['Event', 'Value', 'Description'], rows);

function introduction(nodes, triggers, shared) {
	const { [CONCURRENCY]: concurrency, ...common } = Object.fromEntries(
		[...shared.values()].map((row) => [row.Field, row]),
	);
	return [
		'# Operations',
		'',
		'All operations of both nodes and all triggers, with their fields and the names these have in a workflow file.',
		'Made from the node descriptions by `npx gulp docs`; do not edit it by hand.',
		'',
		'## Contents',
		'',
		`- ${link('How to Read the Tables')}`,
		`- ${link(CONCURRENCY)}`,
		`- ${link(COMMON)}`,
		...contents(nodes),
		`- ${link(TRIGGERS)}`,
		...triggers.map(({ displayName }) => `  - ${link(displayName)}`),
		'',
		'## How to Read the Tables',
		'',
		'- *Facts* leads to what is known of the request, in [api/lox24.md](api/lox24.md) and [api/voipnow.md](api/voipnow.md).',
		'- A star marks a required field.',
		'- Parameters in a collection have its name in front: `filters.type` is *Type* in *Filters*.',
		'- A field in a collection is not set until you add it. Its default is what it starts with then.',
		'- An *ID* is saved as a resource locator, such as `{ "__rl": true, "mode": "id", "value": "1234" }`.',
		'- *Several* means any number of the choices; *yes or no* is saved as `true` or `false`.',
		'- A table has only the columns that have something in them.',
		'',
		`## ${CONCURRENCY}`,
		'',
		`Every operation has the option *${CONCURRENCY}*. The first input item decides for the whole run.`,
		'',
		...fieldTable([concurrency]),
		`## ${COMMON}`,
		'',
		'Many operations have some of these fields. Each names those it has.',
		'',
		...fieldTable(Object.values(common)),
	];
}

/** GitHub numbers anchors that come twice, so links to them would lead to the first. */
function refuseSameAnchors(lines) {
	const anchors = lines
		.filter((line) => /^#+ /.test(line))
		.map((line) => anchor(line.replace(/^#+ /, '')));
	const twice = anchors.filter((own, index) => anchors.indexOf(own) !== index);
	refuse('Headings of the reference have the same anchor', twice);
}

/** "Every operation" has to be true. */
function refuseOtherConcurrency(nodes, shared) {
	const operations = nodes
		.flatMap(({ resources }) => resources)
		.flatMap((resource) => resource.operations);
	const concurrency = shared.get('options.concurrency');
	const others = operations.filter(({ rows }) => !rows.some((row) => isSame(row, concurrency)));
	refuse(
		'Operations without the usual Concurrency',
		others.map(({ heading }) => prose(heading)),
	);
}

/** @param {string} folder of the package, with a current dist/ */
function operationsReference(folder) {
	const { name, n8n } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
	const descriptions = n8n.nodes.map((path) => {
		const exported = require(join(folder, path));
		const [NodeClass] = Object.values(exported);
		return new NodeClass().description;
	});
	const triggers = descriptions.filter(isTrigger);
	const nodes = descriptions
		.filter((description) => !isTrigger(description))
		.map((description) => ({ ...description, resources: resourcesOf(description) }));
	const shared = sharedRows(nodes);
	refuseOtherConcurrency(nodes, shared);
	const sourcesOf = sourcesIn(folder);
	const lines = [
		...introduction(nodes, triggers, shared),
		...nodes.flatMap((node) => nodeSection(node, { shared, sourcesOf })),
		`## ${TRIGGERS}`,
		'',
		...triggers.flatMap((trigger) => triggerSection(trigger, name)),
	];
	refuseSameAnchors(lines);
	return lines.join('\n').trimEnd().concat('\n');
}

function writeReference(folder) {
	writeFileSync(join(folder, FILE), operationsReference(folder));
}

function checkReference(folder) {
	const file = join(folder, FILE);
	const present = existsSync(file) ? readFileSync(file, 'utf8') : '';
	const isCurrent = present === operationsReference(folder);
	refuse('The reference is not current', isCurrent ? [] : [`${FILE}: run npx gulp docs`]);
}

module.exports = { checkReference, writeReference };
