const { existsSync, mkdirSync, readFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const prettier = require('prettier');
const { barChart, lineChart } = require('./charts');
const { tablesOf } = require('./tables');

const page = join(__dirname, '..', 'docs', 'benchmarks.md');
const charts = join(__dirname, '..', 'docs', 'benchmarks');
const store = join(charts, 'results.json');

/** As the page shows them. */
async function formatted(markdown) {
	const options = await prettier.resolveConfig(page);
	return await prettier.format(markdown, { ...options, filepath: page });
}

/** All results on the terminal. */
async function printTables(results) {
	for (const result of results) {
		console.log(`\n\n${result.title ?? result.key}\n`);
		console.log(await formatted(tablesOf(result)));
	}
}

/**
 * Writes docs/benchmarks.md from bench/benchmarks.md with the tables, and the charts beside it. What
 * was not measured now comes from the last time.
 */
async function writeReport(results, { cores, cpu }) {
	mkdirSync(charts, { recursive: true });
	const known = existsSync(store) ? JSON.parse(readFileSync(store, 'utf8')) : [];
	const isNew = ({ key }) => results.some((result) => result.key === key);
	const all = [
		...known.filter((one) => !isNew(one)),
		...results.map((result) => withMemory(result, known)),
	];
	const blocks = { CORES: String(cores), CPU: cpu.trim() };
	for (const result of all) {
		blocks[result.key.toUpperCase()] = await blockOf(result);
	}
	const template = readFileSync(join(__dirname, 'benchmarks.md'), 'utf8');
	const text = template.replace(/\{\{(\w+)\}\}/g, (_all, name) => blocks[name] ?? 'Not measured.');
	writeFileSync(page, await formatted(text));
	writeFileSync(store, `${JSON.stringify(all, null, '\t')}\n`);
}

/** Where memory was not measured now, it is that of the last time. */
function withMemory(result, known) {
	const last = known.find(({ key }) => key === result.key);
	const filled = (list, earlier, id) =>
		list?.map((one) => ({
			...one,
			memory: one.memory ?? earlier?.find((other) => other[id] === one[id])?.memory,
		}));
	return {
		...result,
		ways: filled(result.ways, last?.ways, 'key'),
		steps: filled(result.steps, last?.steps, 'count'),
	};
}

/** Command, date, tables and chart. */
async function blockOf(result) {
	const { key, date, title, ways, steps, rows } = result;
	const runs = (ways ?? steps ?? rows)[0].results?.length;
	const times = runs ? `, ${runs} ${runs === 1 ? 'run' : 'runs'} each` : '';
	const parts = [`\`npm run bench -- --only ${key}\`, ${date}${times}:`, tablesOf(result)];
	if (ways ?? steps) {
		const svg = steps ? await lineChart(steps) : await barChart(result);
		writeFileSync(join(charts, `${key}.svg`), svg);
		parts.push(`![${title}](benchmarks/${key}.svg)`);
	}
	return parts.join('\n\n');
}

module.exports = { printTables, writeReport };
