const { existsSync, readFileSync } = require('node:fs');
const { join } = require('node:path');
const { refuse } = require('./problems');

const isUrl = (entry) => /^https:\/\//.test(entry?.url ?? '');

/**
 * n8n reads <Node>.node.json beside the compiled node. When the file or its `resources` is missing,
 * n8n silently shows the node without category, search words and help links.
 */
function problemsOf(folder, packageName, nodePath) {
	const codexPath = nodePath.replace(/\.js$/, '.json');
	const file = join(folder, codexPath);
	if (!existsSync(file)) return [`${codexPath} is missing`];

	let codex;
	try {
		codex = JSON.parse(readFileSync(file, 'utf8'));
	} catch (error) {
		return [`${codexPath} is not JSON: ${error.message}`];
	}

	const { primaryDocumentation, credentialDocumentation } = codex.resources ?? {};
	const demands = [
		[codex.node?.startsWith(`${packageName}.`), `"node" has to start with ${packageName}.`],
		[codex.nodeVersion, '"nodeVersion" is missing'],
		[codex.codexVersion, '"codexVersion" is missing'],
		[codex.categories?.length, '"categories" is empty'],
		[primaryDocumentation?.some(isUrl), '"resources.primaryDocumentation" has no https address'],
		[
			credentialDocumentation?.some(isUrl),
			'"resources.credentialDocumentation" has no https address',
		],
	];
	return demands.filter(([met]) => !met).map(([, problem]) => `${codexPath}: ${problem}`);
}

function checkCodex(folder) {
	const { name, n8n } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
	refuse(
		'The codex files are not what n8n reads',
		n8n.nodes.flatMap((nodePath) => problemsOf(folder, name, nodePath)),
	);
}

module.exports = { checkCodex };
