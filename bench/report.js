const { mkdirSync, readFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const prettier = require('prettier');
const { barChart, lineChart } = require('./charts');
const { ratio, spread } = require('./statistics');

const docs = join(__dirname, '..', 'docs');
const charts = join(docs, 'benchmarks');

const seconds = (milliseconds) =>
	milliseconds < 10_000
		? `${(milliseconds / 1000).toFixed(2)} s`
		: `${(milliseconds / 1000).toFixed(1)} s`;
const megabytes = (bytes) => (bytes === undefined ? '–' : `${Math.round(bytes / 1e6)} MB`);
const times = (number) => (number < 10 ? number.toFixed(2) : number.toFixed(1));
const whole = (number) => number.toLocaleString('en-US');

function table(head, rows) {
	const line = (cells) => `| ${cells.join(' | ')} |`;
	return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function waysTable({ ways }) {
	const [first] = ways;
	return table(
		['Way', 'Time', 'from … to', 'Compared', 'Processor time', 'Compared', 'Peak memory'],
		ways.map(({ way, results, memory }) => {
			const time = spread(results, 'milliseconds');
			return [
				way.title,
				seconds(time.median),
				`${seconds(time.least)} … ${seconds(time.most)}`,
				`${times(ratio(results, first.results, 'milliseconds'))} ×`,
				seconds(spread(results, 'cpu').median),
				`${times(ratio(results, first.results, 'cpu'))} ×`,
				megabytes(memory),
			];
		}),
	);
}

/** One line for each goal: what was asked for, and what was measured. */
function goalLines({ measurement, ways }) {
	const byKey = Object.fromEntries(ways.map((one) => [one.key, one]));
	return measurement.goals.map(({ what, than, of, atLeast, atMost, by = 'milliseconds' }) => {
		const [mine, other] = [byKey[of].results, byKey[than].results];
		const measured = atLeast ? ratio(other, mine, by) : ratio(mine, other, by);
		const isMet = atLeast ? measured >= atLeast : measured <= atMost;
		const goal = atLeast ? `at least ${atLeast}` : `at most ${atMost}`;
		return `${isMet ? 'Met' : 'Not met'}: ${byKey[of].way.title}: ${times(measured)} ${what} "${byKey[than].way.title}" (goal: ${goal}).`;
	});
}

function growthTable({ steps }) {
	return table(
		[
			'Contacts',
			'Time',
			'Time for 1,000',
			'Processor time',
			'for 1,000',
			'Peak memory',
			'for 1,000',
		],
		steps.map(({ count, results, memory }) => {
			const time = spread(results, 'milliseconds').median;
			const cpu = spread(results, 'cpu').median;
			const share = (value) => (value * 1000) / count;
			return [
				whole(count),
				seconds(time),
				seconds(share(time)),
				seconds(cpu),
				seconds(share(cpu)),
				megabytes(memory),
				memory === undefined ? '–' : megabytes(share(memory)),
			];
		}),
	);
}

/** All results on the terminal. */
function printTables(results) {
	for (const result of results) {
		console.log(`\n\n${result.measurement.title}${result.count ? `: ${whole(result.count)}` : ''}`);
		console.log(result.steps ? growthTable(result) : waysTable(result));
		if (!result.steps) console.log(goalLines(result).join('\n'));
	}
}

/** Writes docs/benchmarks.md from bench/benchmarks.md with the tables, and the charts beside it. */
async function writeReport(results, { runs, machine }) {
	mkdirSync(charts, { recursive: true });
	const blocks = { RUNS: String(runs), CORES: String(machine.cores), MODEL: machine.model.trim() };
	for (const result of results) {
		const { key } = result.measurement;
		const block = result.steps
			? growthTable(result)
			: `${waysTable(result)}\n\n${goalLines(result)
					.map((line) => `- ${line}`)
					.join('\n')}`;
		blocks[key.toUpperCase()] = `${block}\n\n![${result.measurement.title}](benchmarks/${key}.svg)`;
		const svg = result.steps ? await lineChart(result.steps) : await barChart(result);
		writeFileSync(join(charts, `${key}.svg`), svg);
	}
	const template = readFileSync(join(__dirname, 'benchmarks.md'), 'utf8');
	const text = template.replace(/\{\{(\w+)\}\}/g, (_all, name) => blocks[name]);
	const file = join(docs, 'benchmarks.md');
	const options = await prettier.resolveConfig(file);
	writeFileSync(file, await prettier.format(text, { ...options, filepath: file }));
	writeFileSync(join(charts, 'results.json'), `${JSON.stringify(raw(results), null, '\t')}\n`);
}

/** Every single run, for whoever wants to look closer. */
function raw(results) {
	return results.map(({ measurement, count, ways, steps }) => ({
		measurement: measurement.key,
		count,
		ways: ways?.map(({ key, results: runs, memory }) => ({ key, runs, memory })),
		steps,
	}));
}

module.exports = { printTables, writeReport };
