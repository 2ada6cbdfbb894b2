const { existsSync } = require('node:fs');
const { join } = require('node:path');

/** n8n 2.41 refuses to start with anything older. */
const REQUIRED_MAJOR = 24;

/**
 * The Node that runs n8n. The demo brings its own from the npm registry, so that Node 20 is
 * enough to start it; on systems for which there is no such package the Node that runs us is used.
 *
 * @param {string} folder where n8n is installed
 * @returns {{ binary: string, headers?: string }} `headers` is where node-gyp finds what it needs
 */
function findNode24(folder) {
	const bundled = join(folder, 'node_modules', `node-${process.platform}-${process.arch}`);
	const binary = join(bundled, 'bin', 'node');
	if (existsSync(binary)) return { binary, headers: bundled };

	if (Number(process.versions.node.split('.')[0]) >= REQUIRED_MAJOR) {
		return { binary: process.execPath };
	}
	throw new Error(
		`n8n needs Node ${REQUIRED_MAJOR}, and the demo brings one only for Linux. ` +
			`This is Node ${process.versions.node} on ${process.platform} ${process.arch}: ` +
			`install Node ${REQUIRED_MAJOR} from nodejs.org and run npm start again.`,
	);
}

module.exports = { findNode24 };
