const { existsSync, readFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { refuse } = require('./verify/problems');

/** The reference of all operations, made from the compiled node descriptions. */
const FILE = join('docs', 'operations.md');

const escape = (text = '') => text.replace(/\|/g, '\\|').replace(/\n/g, ' ');

function isShownFor({ displayOptions }, resource, operation) {
	const { show = {} } = displayOptions ?? {};
	return show.resource?.includes(resource) && show.operation?.includes(operation);
}

/** A row for a field, and one for each field inside of it. */
function fieldRows({ displayName, name, type, required, description, options = [] }, parents = []) {
	if (type === 'notice' || ['resource', 'operation'].includes(name)) return [];
	const path = [...parents, name].join('.');
	const about = description || options.map((option) => option.name).join(', ');
	const row = `| ${escape(displayName)}${required ? ' *' : ''} | \`${path}\` | ${escape(about)} |`;
	const inner = ['collection', 'fixedCollection'].includes(type)
		? options.flatMap((option) =>
				option.values
					? option.values.flatMap((value) => fieldRows(value, [...parents, name, option.name]))
					: fieldRows(option, [...parents, name]),
			)
		: [];
	return [row, ...inner];
}

function operationSection(properties, resource, operation) {
	const { method, url } = operation.routing.request;
	const fields = properties.filter((field) => isShownFor(field, resource.value, operation.value));
	const rows = fields.flatMap((field) => fieldRows(field));
	return [
		`### ${resource.name}: ${operation.name}`,
		'',
		`\`${method} ${url}\` (\`${resource.value}\`, \`${operation.value}\`)`,
		'',
		`${operation.description}${operation.description.endsWith('.') ? '' : '.'}`,
		'',
		...(rows.length > 0 ? ['| Field | Parameter | |', '|---|---|---|', ...rows, ''] : []),
	];
}

function nodeSection({ displayName, properties }) {
	const resources = properties.find(({ name }) => name === 'resource').options;
	return [
		`## ${displayName}`,
		'',
		...resources.flatMap((resource) => {
			const { options } = properties.find(
				({ name, displayOptions }) =>
					name === 'operation' && displayOptions.show.resource.includes(resource.value),
			);
			return options.flatMap((operation) => operationSection(properties, resource, operation));
		}),
	];
}

/** @param {string} folder of the package, with a current dist/ */
function operationsReference(folder) {
	const { n8n } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
	const nodes = n8n.nodes.map((path) => {
		const exported = require(join(folder, path));
		const [NodeClass] = Object.values(exported);
		return new NodeClass().description;
	});
	return [
		'# Operations',
		'',
		'All operations of both nodes with their fields and the names these have in a workflow file.',
		'A star marks what is required. Made from the node descriptions by `npx gulp docs`.',
		'',
		...nodes.flatMap((node) => nodeSection(node)),
	]
		.join('\n')
		.trimEnd()
		.concat('\n');
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
