const { join } = require('node:path');
const pc = require('picocolors');
const { interruptible, interruption } = require('../scripts/processes');
const { startDemo } = require('./demo');
const { runFirstWorkflow, WORKFLOW_ID } = require('./firstWorkflow');
const { addressTable, liveList, stepTable } = require('./report');
const { demoFolder } = require('./state');

/**
 * The demo on a terminal.
 *
 * @param {{ once: boolean }} options
 * @returns {Promise<number>} the exit code
 */
async function runDemo({ once }) {
	const started = Date.now();
	const demo = await startDemo({
		folder: join(demoFolder, 'n8n'),
		usualPorts: true,
		lox24Token: process.env.LOX24_TOKEN,
	});
	try {
		const worked = demo.isReal ? await checkAccount(demo) : await showFirstWorkflow(demo);
		console.log(addressTable({ ...demo, sandboxUrl: demo.sandbox.url }));
		const seconds = Math.round((Date.now() - started) / 1000);
		console.log(pc.dim(`Ready after ${seconds} s.`));

		if (!once) {
			// Without this, a bulk that is cancelled already would refuse to be cancelled again.
			if (!demo.isReal) demo.sandbox.reset();
			if (!demo.isReal) await showLive(demo);
			console.log(`The editor stays open. ${pc.bold('Ctrl-C')} ends it.\n`);
			const ctrlC = interruption.catch(() => 'Ctrl-C');
			if ((await Promise.race([ctrlC, demo.n8n.ended])) === 'Ctrl-C') return 0;
			console.error(pc.red(`n8n ended unexpectedly. Its log: ${demo.n8n.log}`));
			return 1;
		}
		return worked ? 0 : 1;
	} finally {
		await demo.stop();
		console.log('Stopped n8n and the sandbox.');
	}
}

/** Says nothing of what was interrupted: that comes to its end without anybody. */
async function showFirstWorkflow(demo) {
	console.log(`\n${pc.bold('The first workflow: five steps with a contact list')}`);
	const { works, steps, error, requestCount } = await interruptible(runFirstWorkflow(demo));
	console.log(stepTable(steps));
	if (works) {
		console.log(pc.green('The workflow succeeded, and the sandbox received its five requests.'));
	} else {
		const reason = error?.message ?? `the sandbox received ${requestCount} requests instead of 5`;
		console.log(pc.red(`The workflow did not work: ${reason}`));
	}
	console.log(`Run it again: ${pc.cyan(`${demo.n8nUrl}/workflow/${WORKFLOW_ID}`)}\n`);
	return works;
}

/** With a real account, nothing is published: it would send and poll without being asked. */
async function showLive(demo) {
	const published = await interruptible(demo.publishExamples());
	console.log(
		`These workflows are published. To start them, open ${pc.cyan(`${demo.sandbox.url}/_sandbox/`)}:`,
	);
	console.log(liveList(published));
	console.log('What they did is under "Executions" in the editor.\n');
}

/**
 * With a real account, nothing changes without being asked: only the token is checked, by one read.
 */
async function checkAccount(demo) {
	const [{ id, name, type, data }] = demo.credentials;
	const { status, message } = await interruptible(
		demo.api.testCredential({ id, name, type, data }),
	);
	const ok = status === 'OK';
	// n8n returns the bare code if there is no connection at all.
	const reason = /^E[A-Z_]+$/.test(message) ? `it could not be reached (${message})` : message;
	console.log(
		ok
			? `\n${pc.green('LOX24 accepts your token.')}`
			: `\n${pc.red(`LOX24 did not confirm your token: ${reason}`)}`,
	);
	console.log(
		'The examples were not run: they would change contacts and messages of your account.\n' +
			'Open one in the editor, enter your own IDs, and click "Execute workflow".\n',
	);
	return ok;
}

module.exports = { runDemo };
