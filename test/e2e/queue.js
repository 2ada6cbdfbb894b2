/*
 * npm run test:e2e:queue [-- --only sends]: the package in n8n's queue mode, with a main process, two workers, Redis
 * and PostgreSQL. Everything is in folders and on ports of its own and is stopped at the end.
 */
const { parseArgs } = require('node:util');
const { createChecks } = require('./checks');
const { startCluster } = require('./queue/cluster');
const { checkCredentials } = require('./queue/credentials');
const { checkLost } = require('./queue/lost');
const { beginPolling } = require('./queue/polling');
const { checkSends } = require('./queue/sends');
const { checkTriggers } = require('./queue/triggers');
const { createProduction } = require('./safety/production');

/** Each gets the checks, the cluster and what runs workflows in production. */
const PARTS = {
	sends: checkSends,
	credentials: checkCredentials,
	triggers: checkTriggers,
	lost: checkLost,
};

async function main() {
	const { only } = parseArgs({ options: { only: { type: 'string' } } }).values;
	if (only && !PARTS[only]) throw new Error(`Parts are ${Object.keys(PARTS).join(', ')}`);
	const started = Date.now();
	const checks = createChecks();
	const undo = [];
	let undoing;
	const cleanUp = () =>
		(undoing ??= (async () => {
			while (undo.length > 0) await undo.pop()();
		})());
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
		process.on(signal, () => void cleanUp().finally(() => process.exit(1)));
	}

	const begin = () => startCluster((step) => undo.push(step));
	try {
		const cluster = await checks.check('main process and two workers start', begin);
		if (cluster) {
			const production = createProduction(cluster);
			const { receive, checkPolling } = await beginPolling(cluster, (step) => undo.push(step));
			for (const [name, part] of Object.entries(PARTS)) {
				if (only && only !== name) continue;
				receive(`Before ${name}`);
				await part(checks, cluster, production);
			}
			await checkPolling(checks);
		}
	} finally {
		await checks.check('everything that was started is stopped', cleanUp);
	}
	console.log(`${checks.summary()} (${Math.round((Date.now() - started) / 1000)} s)`);
	return checks.counts.failed === 0 ? 0 : 1;
}

main()
	.then((code) => (process.exitCode = code))
	.catch((error) => {
		console.error(error);
		process.exitCode = 1;
	});
