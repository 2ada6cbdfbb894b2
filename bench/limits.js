/*
 * node bench/limits.js: what a run may cost at most. Memory for many faxes, and what is still sent
 * after Stop. On n8n's engine (n8n-core). Build the package first (npm run build).
 */
const { execFile } = require('node:child_process');
const { join } = require('node:path');
const { promisify } = require('node:util');
const { median } = require('./statistics');

const RUNS = 3;

async function one(...args) {
	const program = join(__dirname, 'limitsChild.js');
	const all = ['--expose-gc', program, ...args.map(String)];
	const { stdout } = await promisify(execFile)(process.execPath, all);
	return JSON.parse(stdout.trim().split('\n').at(-1));
}

/** Runs each case several times, in turn, and gives the median of each figure. */
async function inTurn(cases, runs) {
	const all = cases.map((args) => ({ args, results: [] }));
	for (let run = 0; run < runs; run++) {
		for (const { args, results } of all) results.push(await one(...args));
	}
	return all.map(({ args: [name], results }) => {
		const figures = Object.keys(results[0]);
		const medians = figures.map((key) => [key, median(results.map((result) => result[key]))]);
		return { name, ...Object.fromEntries(medians), results };
	});
}

/** @returns for each Concurrency the memory at the peak above what was held before, in bytes */
async function measureFaxes(runs = RUNS) {
	const cases = [1, 2, 10].map((concurrency) => ['faxes', concurrency]);
	return await inTurn(cases, runs);
}

/** @returns milliseconds from Stop to the end of the run, and requests that were sent after Stop */
async function measureStop(runs = RUNS) {
	const cases = [
		['stop', 100],
		['stop', 10_000],
		['stop', 50_000],
		['stopMidway', 10_000],
	];
	return await inTurn(cases, runs);
}

module.exports = { measureFaxes, measureStop };

async function main() {
	const withoutRuns = (rows) => rows.map(({ results: _, ...row }) => row);
	console.table(withoutRuns(await measureFaxes()));
	console.table(withoutRuns(await measureStop()));
}

if (require.main === module) {
	main().catch((error) => {
		console.error(error);
		process.exitCode = 1;
	});
}
