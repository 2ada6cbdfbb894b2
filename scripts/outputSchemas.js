const {
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	rmSync,
	writeFileSync,
} = require('node:fs');
const { dirname, join } = require('node:path');
const { outputsOf } = require('./schemas/outputs');
const { Shape } = require('./schemas/shape');
const { refuse } = require('./verify/problems');

/*
 * What comes out of each operation, for the editor: it shows the fields before the first run
 * (`GET /schemas/<node type>/<version>/<resource>/<operation>.json` of n8n). Made from the
 * contracts and the functions of the nodes by `npx gulp docs`.
 */

/** n8n looks beside the compiled node, by its version with three parts. */
const schemaFolder = (nodePath) => join(dirname(nodePath), '__schema__');
const schemaPath = (resource, operation) => join('v1.0.0', resource, `${operation}.json`);

/** As package.json has them, from dist/. */
const compiled = (path) => path;

/** The action nodes: n8n asks for no schemas of triggers. */
function actionNodes(folder, toModule = compiled) {
	const { n8n } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
	return n8n.nodes
		.map(toModule)
		.map((path) => {
			const [NodeClass] = Object.values(require(join(folder, path)));
			return { path, description: new NodeClass().description };
		})
		.filter(({ description }) => !description.group.includes('trigger'));
}

/** Pairs of resource and operation. */
function operationsOf({ properties }) {
	return properties
		.filter(({ name }) => name === 'operation')
		.flatMap(({ displayOptions, options }) =>
			displayOptions.show.resource.flatMap((resource) =>
				options.map(({ value }) => [resource, value]),
			),
		);
}

/**
 * Where n8n looks for the schemas in the package.
 *
 * @param {string} folder of the package, with a current dist/
 * @returns {string[]} paths in the package
 */
function schemasIn(folder) {
	return actionNodes(folder).flatMap(({ path, description }) =>
		operationsOf(description).map((operation) =>
			join(schemaFolder(path), schemaPath(...operation)),
		),
	);
}

/** @returns {Promise<Map<string, string>>} by path in the repository */
async function outputSchemas(folder, toModule) {
	const files = new Map();
	const missing = [];
	for (const { path, description } of actionNodes(folder, toModule)) {
		const outputs = outputsOf(folder, path, description);
		for (const [resource, operation] of operationsOf(description)) {
			const { items, problems } = await outputs(resource, operation);
			if (items.length === 0) {
				missing.push(`${description.displayName} ${resource} ${operation}: ${problems[0]}`);
				continue;
			}
			const shape = new Shape();
			for (const item of items) shape.add(item);
			const file = join(schemaFolder(path), schemaPath(resource, operation));
			const text = JSON.stringify(shape.toSchema(), null, '\t');
			files.set(file.replace(/^dist./, ''), `${text}\n`);
		}
	}
	refuse('What comes out of these operations is not known', missing);
	return files;
}

/** All files there are, by path in the repository. */
function present(folder, toModule) {
	return actionNodes(folder, toModule).flatMap(({ path }) => {
		const own = schemaFolder(path).replace(/^dist./, '');
		if (!existsSync(join(folder, own))) return [];
		return readdirSync(join(folder, own), { recursive: true, withFileTypes: true })
			.filter((entry) => entry.isFile())
			.map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
	});
}

async function writeSchemas(folder) {
	const files = await outputSchemas(folder);
	for (const path of present(folder)) if (!files.has(path)) rmSync(join(folder, path));
	for (const [path, text] of files) {
		mkdirSync(join(folder, dirname(path)), { recursive: true });
		writeFileSync(join(folder, path), text);
	}
}

/** @param {(path: string) => string} [toModule] the node to ask instead of the compiled one */
async function checkSchemas(folder, toModule) {
	const files = await outputSchemas(folder, toModule);
	const found = present(folder, toModule);
	const isCurrent = (path) => readFileSync(join(folder, path), 'utf8') === files.get(path);
	refuse('The output schemas are not current, run npx gulp docs', [
		...[...files.keys()]
			.filter((path) => !found.includes(path))
			.map((path) => `${path} is missing`),
		...found.filter((path) => !files.has(path)).map((path) => `${path} belongs to no operation`),
		...found.filter((path) => files.has(path) && !isCurrent(path)).map((path) => `${path} differs`),
	]);
}

module.exports = { checkSchemas, schemasIn, writeSchemas };
