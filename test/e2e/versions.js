/*
 * node test/e2e/versions.js [version...] [--only safety|triggers|sendAndWait]: the package in each version of
 * n8n it is tried with, what it promises about sends there (safety.js), and its triggers. An older n8n is installed beside its lock file in
 * versions/ on its first run.
 */
const assert = require('node:assert/strict');
const { mkdtempSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { parseArgs } = require('node:util');
const { outputOf } = require('../../demo/api');
const { startDemo } = require('../../demo/demo');
const { createChecks } = require('./checks');
const { fivePagesWorkflow } = require('./fivePages');
const { checkSafety } = require('./safety');
const { newExecution } = require('./safety/production');
const { checkSendAndWait } = require('./sendAndWait');
const { checkTriggers } = require('./triggers');

const VERSIONS = ['1.123', '2.8', '2.41'];

const PARTS = { safety: checkSafety, triggers: checkTriggers, sendAndWait: checkSendAndWait };

/** Where a version is installed; the newest one is that of the demo. */
const installOf = (name) => (name === '2.41' ? undefined : join(__dirname, 'versions', name));

/** Without a pool n8n 1 mixes up transactions on SQLite; n8n 2 always has one. */
const environmentOf = (name) => (name === '1.123' ? { DB_SQLITE_POOL_SIZE: '2' } : {});

/**
 * Starts one version of n8n with the package, the credentials and the sandbox in a folder of its
 * own, hands the demo to `work`, and stops everything again, also when it is interrupted.
 *
 * @param {string} name one of VERSIONS
 * @param {(demo: object) => Promise<T>} work gets what `startDemo` gives
 * @param {object} [options] for `startDemo`
 * @returns {Promise<T>}
 * @template T
 */
async function withVersion(name, work, options) {
	const folder = mkdtempSync(join(tmpdir(), `e2e-n8n-${name}-`));
	const environment = { ...environmentOf(name), ...options?.environment };
	const basic = { folder, install: installOf(name), examples: false };
	const starting = startDemo({ ...basic, ...options, environment });
	const cleanUp = async () => {
		await (await starting.catch(() => undefined))?.stop();
		rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
	};
	const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
	let interrupted;
	const interrupt = () => (interrupted ??= cleanUp().finally(() => process.exit(1)));
	for (const signal of signals) process.on(signal, interrupt);
	try {
		return await work(await starting);
	} finally {
		// Nothing comes after an interruption, such as the start of the next version.
		await (interrupted ?? cleanUp());
		for (const signal of signals) process.off(signal, interrupt);
	}
}

const [START, UPDATE] = fivePagesWorkflow().nodes;

/** Production mode: a response at once, whatever becomes of the execution. */
const WEBHOOK = {
	id: 'webhook',
	name: 'Webhook',
	type: 'n8n-nodes-base.webhook',
	typeVersion: 2,
	position: [0, 0],
	webhookId: 'e2e-versions',
	parameters: { httpMethod: 'POST', path: 'e2e-versions', responseMode: 'onReceived' },
};

function workflowFrom(trigger) {
	return {
		name: `${trigger.name}, then the node`,
		nodes: [trigger, UPDATE],
		connections: { [trigger.name]: { main: [[{ node: UPDATE.name, type: 'main', index: 0 }]] } },
		settings: {},
	};
}

/** What has to work before anything else is worth trying in this version. */
async function checkVersion({ check }, name, { api, n8nUrl, sandbox }) {
	const assertUpdated = (execution) => {
		assert.equal(execution.status, 'success', execution.data.resultData.error?.message);
		assert.equal(outputOf(execution, UPDATE.name).success.length, 1);
	};

	await check(`n8n ${name}: the node sends one request and gives one item`, async () => {
		const { id } = await api.create(workflowFrom(START));
		assertUpdated(await api.run(id));
		assert.equal(sandbox.journal.entries().length, 1);
	});
	await check(`n8n ${name}: a failed execution of a webhook can be retried`, async () => {
		const { id } = await api.create(workflowFrom(WEBHOOK));
		await api.activate(id);
		sandbox.journal.clear();
		sandbox.faults.add({ kind: 'status', status: 422 });
		const { path } = WEBHOOK.parameters;
		const { status } = await fetch(`${n8nUrl}/webhook/${path}`, { method: 'POST' });
		assert.equal(status, 200);
		const started = await newExecution(api, id);
		assert.equal((await api.ended(started)).status, 'error');
		assertUpdated(await api.retry(started));
		assert.equal(sandbox.journal.entries().length, 2);
	});
}

async function main() {
	const { positionals: wanted, values } = parseArgs({
		options: { only: { type: 'string' } },
		allowPositionals: true,
	});
	const { only } = values;
	if (only && !PARTS[only]) throw new Error(`Parts are ${Object.keys(PARTS).join(', ')}`);
	const unknown = wanted.filter((name) => !VERSIONS.includes(name));
	if (unknown.length > 0) {
		throw new Error(`There is no ${unknown.join(', ')}. Possible is: ${VERSIONS.join(', ')}`);
	}
	const started = Date.now();
	const checks = createChecks();
	for (const name of wanted.length > 0 ? wanted : VERSIONS) {
		await checks.check(`n8n ${name} starts and stops`, () =>
			withVersion(name, async (demo) => {
				if (!only) await checkVersion(checks, name, demo);
				for (const [part, work] of Object.entries(PARTS)) {
					if (!only || only === part) await work(checks, name, demo);
				}
			}),
		);
	}
	console.log(`${checks.summary()} (${Math.round((Date.now() - started) / 1000)} s)`);
	return checks.counts.failed === 0 ? 0 : 1;
}

module.exports = { VERSIONS, withVersion };

if (require.main === module) {
	main()
		.then((code) => (process.exitCode = code))
		.catch((error) => {
			console.error(error.message);
			process.exitCode = 1;
		});
}
