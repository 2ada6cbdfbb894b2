/*
 * npm run bench: what the nodes cost beside n8n's HTTP Request node, a bare loop and other nodes of
 * n8n. Writes docs/benchmarks.md and its charts.
 *
 *   -- --only update,start   measures only this; the rest of the page stays as it was
 *   -- --runs 3              fewer runs, and memory stays that of the last whole run
 *   -- --short               each thing once with fewer items, prints what it saw and writes nothing
 */
const { mkdtempSync, rmSync } = require('node:fs');
const { cpus, tmpdir } = require('node:os');
const { join } = require('node:path');
const { parseArgs } = require('node:util');
const { startDemo } = require('../demo/demo');
const { findNode } = require('../demo/node');
const { measure } = require('./bench');
const { measureFaxes, measureStop } = require('./limits');
const { growth, measurements } = require('./measurements');
const { printTables, writeReport } = require('./report');
const { startBenchServices } = require('./services');
const { measureStart, measureTypes } = require('./start');

const RUNS = 5;

/** What can be measured; each gives what `report.js` makes a table of. */
const JOBS = {
	...Object.fromEntries(
		measurements.map((one) => [
			one.key,
			async (demo, runs, short) => await compare(demo, one, runs, short),
		]),
	),
	growth: grow,
	types: async ({ folder }) =>
		measureTypes(join(folder, '.cache', 'n8n', 'public', 'types', 'nodes.json')),
	async start({ folder, packed }, runs) {
		const install = join(__dirname, '..', 'demo');
		const n8n = { folder: install, binary: findNode(install).binary };
		const own = join(folder, '.n8n', 'nodes', 'node_modules', packed.name);
		return { rows: await measureStart(n8n, own, runs) };
	},
	faxes: async (_demo, runs) => ({ rows: await measureFaxes(runs) }),
	stop: async (_demo, runs) => ({ rows: await measureStop(runs) }),
};

async function main() {
	const { values } = parseArgs({
		options: {
			short: { type: 'boolean', default: false },
			only: { type: 'string' },
			runs: { type: 'string', default: String(RUNS) },
		},
	});
	const { short, only = Object.keys(JOBS).join(',') } = values;
	const runs = short ? 1 : Number(values.runs);
	const wanted = only.split(',');
	for (const key of wanted) {
		if (!(key in JOBS)) throw new Error(`"${key}" is none of ${Object.keys(JOBS).join(', ')}`);
	}
	const folder = mkdtempSync(join(tmpdir(), 'bench-n8n-'));
	const starting = startDemo({
		folder,
		// Steered over HTTP, it has less to offer than the demo's own sandbox.
		services: /** @type {any} */ (startBenchServices),
		environment: {
			N8N_CUSTOM_EXTENSIONS: join(__dirname, 'nodes'),
			// The meter collects garbage first, so that no way pays for another.
			NODE_OPTIONS: '--expose-gc',
			N8N_LOG_LEVEL: 'warn',
		},
	});
	const cleanUp = async () => {
		await (await starting.catch(() => undefined))?.stop();
		rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
	};
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
		process.once(signal, () => void cleanUp().finally(() => process.exit(1)));
	}
	try {
		const demo = Object.assign(await starting, { folder });
		const results = [];
		for (const key of wanted) {
			const date = new Date().toISOString().slice(0, 10);
			results.push({ key, date, ...(await JOBS[key](demo, runs, short)) });
			process.stdout.write('.');
		}
		await printTables(results);
		// The same on every machine, so it may fail a build, once it is well above its goal.
		const types = results.find(({ key }) => key === 'types');
		if (types && types.share > 1.15 * types.most) {
			throw new Error('The descriptions of the nodes have grown too large, see the table "types"');
		}
		if (!short) await writeReport(results, { cores: cpus().length, cpu: cpus()[0].model });
	} finally {
		await cleanUp();
	}
}

/** All ways of a job in turn, so that other load on the machine affects all of them. */
async function compare(demo, measurement, runs, short) {
	const count = short ? measurement.shortCount : measurement.count;
	const ways = Object.entries(measurement.ways).map(([key, way]) => ({
		key,
		way,
		results: [],
		memory: undefined,
	}));
	for (const { way } of ways) await measure(demo, measurement, way, measurement.shortCount);
	for (let run = 0; run < runs; run++) {
		for (const { way, results } of ways) {
			results.push(await measure(demo, measurement, way, count));
			process.stdout.write('.');
		}
	}
	requireSameItems(measurement, ways);
	if (runs >= RUNS) await measureMemory(demo, measurement, ways, count);
	return {
		title: measurement.title,
		count,
		goals: measurement.goals,
		ways: ways.map(({ key, way: { title }, results, memory }) => ({ key, title, results, memory })),
	};
}

/** Memory is only comparable in a process that has not run another way before. */
async function measureMemory(demo, measurement, ways, count) {
	for (const one of ways) {
		if (!one.way.run) await demo.restartN8n();
		one.memory = (await measure(demo, measurement, one.way, count)).memory;
		process.stdout.write('.');
	}
}

function requireSameItems({ title, sameItems }, ways) {
	if (!sameItems) return;
	const inN8n = ways.filter(({ way }) => !way.run);
	const orders = new Set(inN8n.flatMap(({ results }) => results.map(({ order }) => order)));
	const complete = inN8n.every(({ results }) =>
		results.every((one) => one.items === one.different),
	);
	if (orders.size !== 1 || !complete) {
		throw new Error(`${title}: the ways gave different items, or one twice`);
	}
}

async function grow(demo, runs, short) {
	const counts = short ? growth.shortCounts : growth.counts;
	const steps = counts.map((count) => ({ count, results: [], memory: undefined }));
	for (let run = 0; run < runs; run++) {
		for (const { count, results } of steps) {
			results.push(await measure(demo, growth.base, growth.way, count));
			process.stdout.write('.');
		}
	}
	for (const step of steps) {
		if (runs < RUNS) continue;
		await demo.restartN8n();
		step.memory = (await measure(demo, growth.base, growth.way, step.count)).memory;
	}
	return { title: growth.title, steps };
}

main().catch((error) => {
	console.error(error);
	process.exitCode = 1;
});
