/*
 * npm start: a real n8n with this package in it, next to a sandbox of both services.
 *
 *   npm start              leaves the editor open until Ctrl-C
 *   npm start -- --once    stops after the first workflow; the exit code says whether it worked
 *   LOX24_TOKEN=... npm start    uses your LOX24 account
 *
 * On a fresh clone nothing is installed yet, so the first lines use nothing but Node.
 */
require('../scripts/checkNode');
const { parseArgs } = require('node:util');
const { ensureInstalled } = require('../scripts/install');
const { onInterrupt } = require('../scripts/processes');
const { report } = require('./explain');

async function main() {
	const { once } = readArguments();
	onInterrupt();
	await ensureInstalled();

	const { runDemo } = require('./run');
	process.exitCode = await runDemo({ once });
}

function readArguments() {
	try {
		return parseArgs({ options: { once: { type: 'boolean', default: false } } }).values;
	} catch (error) {
		throw new Error(`${error.message}\nUsage: npm start [-- --once]`);
	}
}

main().catch(report);
