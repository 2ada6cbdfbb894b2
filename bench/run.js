/*
 * npm run bench [-- --short]: what the nodes cost beside n8n's HTTP Request node, all in one n8n
 * against the sandbox with 50 ms latency. The whole run writes docs/benchmarks.md and its charts;
 * the short one only checks that everything can still be measured, and prints what it saw.
 */
const { mkdtempSync, rmSync } = require('node:fs');
const { cpus, tmpdir } = require('node:os');
const { join } = require('node:path');
const { parseArgs } = require('node:util');
const { startDemo } = require('../demo/demo');
const { measure } = require('./bench');
const { growth, measurements } = require('./measurements');
const { printTables, writeReport } = require('./report');
const { startBenchServices } = require('./services');

const RUNS = 5;

async function main() {
	const { values } = parseArgs({ options: { short: { type: 'boolean' } } });
	const { short = false } = values;
	const folder = mkdtempSync(join(tmpdir(), 'bench-n8n-'));
	const starting = startDemo({
		folder,
		services: startBenchServices,
		environment: {
			N8N_CUSTOM_EXTENSIONS: join(__dirname, 'nodes'),
			// The meter collects garbage before it starts, so that no way pays for another.
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
		for (const one of measurements) results.push(await compare(demo, one, short));
		results.push(await grow(demo, short));
		printTables(results);
		if (!short) await writeReport(results, { runs: RUNS, machine: machine(demo) });
	} finally {
		await cleanUp();
	}
}

/** All ways of one job in turn, so that what else the machine does hits all of them. */
async function compare(demo, measurement, short) {
	const count = short ? measurement.shortCount : measurement.count;
	const runs = short ? 1 : RUNS;
	const ways = Object.entries(measurement.ways).map(([key, way]) => ({ key, way, results: [] }));
	for (const { way } of ways) await measure(demo, measurement, way, measurement.shortCount);
	for (let run = 0; run < runs; run++) {
		for (const { way, results } of ways) {
			results.push(await measure(demo, measurement, way, count));
			process.stdout.write('.');
		}
	}
	requireSameItems(measurement, ways);
	if (!short) await measureMemory(demo, measurement, ways, count);
	return { measurement, count, ways };
}

/** Memory is only comparable in a process that has not done the work of another way before. */
async function measureMemory(demo, measurement, ways, count) {
	for (const one of ways) {
		if (!one.way.run) await demo.restartN8n();
		one.memory = (await measure(demo, measurement, one.way, count)).memory;
		process.stdout.write('.');
	}
}

function requireSameItems({ title, sameItems }, ways) {
	if (!sameItems) return;
	const orders = new Set(ways.flatMap(({ results }) => results.map(({ order }) => order)));
	const complete = ways.every(({ results }) => results.every((one) => one.items === one.different));
	if (orders.size !== 1 || !complete) {
		throw new Error(`${title}: the ways gave different items, or one twice`);
	}
}

async function grow(demo, short) {
	const counts = short ? growth.shortCounts : growth.counts;
	const runs = short ? 1 : RUNS;
	const steps = counts.map((count) => ({ count, results: [] }));
	for (let run = 0; run < runs; run++) {
		for (const { count, results } of steps) {
			results.push(await measure(demo, growth.base, growth.way, count));
			process.stdout.write('.');
		}
	}
	for (const step of steps) {
		if (!short) await demo.restartN8n();
		step.memory = (await measure(demo, growth.base, growth.way, step.count)).memory;
	}
	return { measurement: growth, steps };
}

function machine({ n8n }) {
	const [{ model }] = cpus();
	return { cores: cpus().length, model, n8n: n8n.version };
}

main().catch((error) => {
	console.error(error);
	process.exitCode = 1;
});
