/*
 * npm start: a real n8n with this package in it, next to a sandbox of both services.
 *
 *   npm start              leaves the editor open until Ctrl-C
 *   npm start -- --once    stops after the first workflow; the exit code says whether it worked
 *   LOX24_TOKEN=... npm start    uses your LOX24 account
 *
 * On a fresh clone nothing is installed yet, so the first lines use nothing but Node.
 */
const { parseArgs } = require('node:util');
const { interruptedBy, onInterrupt } = require('../scripts/processes');

const OLDEST_NODE = [20, 19];

function checkNode() {
	const [major, minor] = process.versions.node.split('.').map(Number);
	if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return;
	throw new Error(
		`This needs Node ${OLDEST_NODE.join('.')} or newer, and this is Node ${process.versions.node}. ` +
			'Get it from nodejs.org.',
	);
}

async function main() {
	checkNode();
	const { once } = readArguments();
	onInterrupt();
	await require('../scripts/install').ensureInstalled();

	const { runDemo } = require('./run');
	process.exitCode = await runDemo({ once });
}

function readArguments() {
	try {
		return parseArgs({ options: { once: { type: 'boolean', default: false } } }).values;
	} catch (error) {
		throw new Error(`${error.message}\nPossible is: npm start [-- --once]`);
	}
}

main().catch((error) => {
	// Whatever the interrupted work has made of it.
	if (interruptedBy()) {
		process.exitCode = interruptedBy().exitCode;
		return;
	}
	console.error(`\n${process.env.DEBUG ? error.stack : error.message}`);
	process.exitCode = 1;
});
