/*
 * The scan n8n runs on a published package, without the network: the same rules on the same two
 * sets of files, inline disables without effect.
 */
const { withoutStack } = require('./problems');

async function scan(folder, patterns, what) {
	const { analyzePackage } = await import('@n8n/scan-community-package/scanner/scanner.mjs');
	const { passed, message, details = '' } = await analyzePackage(folder, patterns ?? undefined);
	if (passed && !message) return;

	throw withoutStack(`n8n's scan refuses ${what}: ${message}\n${details}`);
}

async function scanSource(folder) {
	const { SOURCE_FILE_PATTERNS } = await import('@n8n/scan-community-package/scanner/scanner.mjs');
	await scan(folder, SOURCE_FILE_PATTERNS, 'the source');
}

/** @param {string} folder the unpacked tarball */
async function scanPacked(folder) {
	await scan(folder, ['**/*.js', 'package.json'], 'the packed files');
}

module.exports = { scanSource, scanPacked };
