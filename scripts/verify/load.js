require('reflect-metadata');
const { existsSync, readdirSync, realpathSync } = require('node:fs');
const { join } = require('node:path');
const { refuse } = require('./problems');

/**
 * n8n turns an icon's file into an address like icons/<package>/dist/icons/lox24.svg.
 * @param {string} folder
 * @param {string} packageName
 * @param {{ name: string, iconUrl?: import('n8n-workflow').INodeTypeDescription['iconUrl'] }} type
 */
function iconProblems(folder, packageName, { name, iconUrl }) {
	const urls = typeof iconUrl === 'string' ? [iconUrl] : Object.values(iconUrl ?? {});
	if (urls.length === 0) return [`${name} has no icon`];
	return urls
		.map((url) => url.replace(`icons/${packageName}/`, ''))
		.filter((path) => !existsSync(join(folder, path)))
		.map((path) => `${name}: the icon ${path} is not in the package`);
}

function credentialProblems(loader) {
	const known = new Set(Object.keys(loader.credentialTypes));
	return Object.values(loader.nodeTypes).flatMap(({ type }) =>
		(type.description.credentials ?? [])
			.filter(({ name }) => !known.has(name))
			.map(({ name }) => `${type.description.name} asks for the unknown credential ${name}`),
	);
}

/** Each file as if it were the first: one that is part of a circle of imports fails then. */
function loadAlone(folder) {
	const dist = join(folder, 'dist');
	const files = readdirSync(dist, { recursive: true })
		.map((file) => join(dist, file))
		.filter((file) => file.endsWith('.js'));
	const problems = files.flatMap((file) => {
		for (const loaded of Object.keys(require.cache)) {
			if (loaded.startsWith(realpathSync(dist))) delete require.cache[loaded];
		}
		try {
			require(file);
			return [];
		} catch (error) {
			return [`${file.slice(folder.length + 1)}: ${error.message.split('\n')[0]}`];
		}
	});
	refuse('Some files cannot be loaded alone', problems);
}

/** Loads the unpacked package with the loader n8n itself uses. */
async function checkLoading(folder) {
	const { PackageDirectoryLoader } = require('n8n-core');
	const loader = new PackageDirectoryLoader(folder);
	try {
		await loader.loadAll();
	} catch (error) {
		// A missing module comes with the files that ask for it; the first one is the package's own.
		const [reason, , askedBy] = error.message.split('\n');
		refuse('n8n cannot load the package', [[reason, askedBy].filter(Boolean).join(' ')]);
	}

	loadAlone(folder);

	const { name, n8n } = loader.packageJson;
	const { nodes, credentials } = loader.types;
	const codexless = nodes.filter(({ codex }) => !codex?.categories?.length);

	refuse('n8n does not load the package as it should', [
		...(nodes.length === n8n.nodes.length
			? []
			: [`${nodes.length} of ${n8n.nodes.length} nodes were loaded`]),
		...(credentials.length === n8n.credentials.length
			? []
			: [`${credentials.length} of ${n8n.credentials.length} credentials were loaded`]),
		...codexless.map((node) => `${node.name} was loaded without its codex`),
		...[...nodes, ...credentials].flatMap((type) => iconProblems(folder, name, type)),
		...credentialProblems(loader),
	]);
	return {
		nodes: nodes.map((type) => type.name),
		credentials: credentials.map((type) => type.name),
	};
}

module.exports = { checkLoading };
