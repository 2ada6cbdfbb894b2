#!/usr/bin/env node
'use strict';

const { readArguments } = require('./cli/arguments');
const { HELP, greeting } = require('./cli/texts');
const { startSandbox } = require('./index');

/** Starts the sandbox from the command line and keeps it running until it is stopped. */
async function main() {
	let options;
	try {
		options = readArguments(process.argv.slice(2));
	} catch (error) {
		process.stderr.write(`${error.message}\nTry: node sandbox/cli.js --help\n`);
		process.exitCode = 2;
		return;
	}
	if (options.help) {
		process.stdout.write(HELP);
		return;
	}

	const { port, latency, https } = options;
	const sandbox = await startSandbox({ port, latency, https });
	sandbox.changeSettings(options.settings);
	for (const fault of options.faults) sandbox.faults.add(fault);
	process.stdout.write(greeting(sandbox, options.faults));

	const stop = async () => {
		await sandbox.close();
		process.exit(0);
	};
	process.once('SIGINT', stop);
	process.once('SIGTERM', stop);
}

main().catch((error) => {
	const inUse = error.code === 'EADDRINUSE';
	process.stderr.write(
		inUse
			? `Port ${error.port} is in use. Choose another with --port, or 0 for a free one.\n`
			: `${error.stack}\n`,
	);
	process.exitCode = 1;
});
