const { ratio, spread } = require('./statistics');

const seconds = (milliseconds) =>
	milliseconds < 10_000
		? `${(milliseconds / 1000).toFixed(2)} s`
		: `${(milliseconds / 1000).toFixed(1)} s`;
const megabytes = (bytes) => (bytes === undefined ? '–' : `${Math.round(bytes / 1e6)} MB`);
const kilobytes = (bytes) => (bytes === 0 ? '–' : `${Math.round(bytes / 1e3)} kB`);
const times = (number) => (number < 10 ? number.toFixed(2) : number.toFixed(1));
const whole = (number) => number.toLocaleString('en-US');
const percent = (share) => `${(share * 100).toFixed(1)} %`;

function table(head, rows) {
	const line = (cells) => `| ${cells.join(' | ')} |`;
	return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** A calculated way has a time and nothing else. */
function waysTable({ ways }) {
	const [first] = ways;
	return table(
		['Way', 'Time', 'from … to', 'Compared', 'Processor time', 'Compared', 'Peak memory'],
		ways.map(({ title, results, memory }) => {
			const time = spread(results, 'milliseconds');
			const hasCpu = results[0].cpu !== undefined;
			return [
				title,
				seconds(time.median),
				`${seconds(time.least)} … ${seconds(time.most)}`,
				`${times(ratio(results, first.results, 'milliseconds'))} ×`,
				hasCpu ? seconds(spread(results, 'cpu').median) : '–',
				hasCpu ? `${times(ratio(results, first.results, 'cpu'))} ×` : '–',
				megabytes(memory),
			];
		}),
	);
}

/** One line for each goal: target and measurement. */
function goalLines({ goals, ways }) {
	const byKey = Object.fromEntries(ways.map((one) => [one.key, one]));
	return goals.map(({ what, than, of, atLeast, atMost, by = 'milliseconds' }) => {
		const [mine, other] = [byKey[of].results, byKey[than].results];
		const measured = atLeast ? ratio(other, mine, by) : ratio(mine, other, by);
		const isMet = atLeast ? measured >= atLeast : measured <= atMost;
		const goal = atLeast ? `at least ${atLeast}` : `at most ${atMost}`;
		return `- ${isMet ? 'Met' : 'Not met'}: ${byKey[of].title}: ${times(measured)} ${what} "${byKey[than].title}" (goal: ${goal}).`;
	});
}

function growthTable({ steps }) {
	const head = ['Contacts', 'Time', 'Time for 1,000', 'Processor time', 'for 1,000'];
	return table(
		[...head, 'Peak memory', 'for 1,000'],
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

function startTable({ rows }) {
	const [first] = rows;
	return table(
		['Nodes', 'Processor time', 'Compared', 'Memory'],
		rows.map(({ title, results }) => [
			title,
			`${Math.round(spread(results, 'cpu').median)} ms`,
			`${times(ratio(results, first.results, 'cpu'))} ×`,
			`${(spread(results, 'bytes').median / 1e6).toFixed(1)} MB`,
		]),
	);
}

function typesTable({ total, rows, sum, share, most }) {
	const shown = table(
		['Node', 'Node itself', 'Tool of agents', 'Human review', 'Triggers', 'Together'],
		rows.map(({ title, node, tool, review, trigger, all }) => [
			title,
			...[node, tool, review, trigger, all].map(kilobytes),
		]),
	);
	const word = share <= most ? 'Met' : 'Not met';
	return `${shown}\n\n- ${word}: LOX24 and VoipNow with their tool and review forms: ${kilobytes(sum)}, ${percent(share)} of n8n's file of ${(total / 1e6).toFixed(1)} MB (goal: at most ${percent(most)}).`;
}

function faxesTable({ rows }) {
	return table(
		['Concurrency', 'Files in flight', 'Peak memory', 'of all files'],
		rows.map(({ concurrency, faxes, faxBytes, memory }) => [
			String(concurrency),
			megabytes(concurrency * faxBytes),
			megabytes(memory),
			percent(memory / (faxes * faxBytes)),
		]),
	);
}

function stopTable({ rows }) {
	const when = {
		stop: 'Before the first response, of a service that never responds',
		stopMidway: 'After 200 requests',
	};
	return table(
		['Stop', 'Items', 'Sent after Stop', 'Run has ended after'],
		rows.map(({ name, count, milliseconds, sentAfter }) => [
			when[name],
			whole(count),
			String(sentAfter),
			`${Math.round(milliseconds)} ms`,
		]),
	);
}

/** All tables of one result. */
function tablesOf(result) {
	const own = {
		growth: growthTable,
		start: startTable,
		types: typesTable,
		faxes: faxesTable,
		stop: stopTable,
	}[result.key];
	if (own) return own(result);
	return `${waysTable(result)}\n\n${goalLines(result).join('\n')}`;
}

module.exports = { tablesOf };
