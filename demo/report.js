const Table = require('cli-table3');
const pc = require('picocolors');

const WIDTH = 100;
/** The middle one just holds the longest parameter and the path of a bulk. */
const COLUMNS = [16, 52, WIDTH - 16 - 52 - 4];

const SERVICE_NAMES = { lox24: 'LOX24', voipNow: 'VoipNow' };

/** cli-table3 keeps one blank at either side of a cell. */
const inner = (column) => COLUMNS[column] - 2;

/** cli-table3 does not notice that the output goes to a file. */
const tableStyle = pc.isColorSupported
	? { head: ['bold'], border: ['dim'] }
	: { head: [], border: [] };

/** Maximum of shown list entries and object values. */
const SHOWN = { entries: 2, values: 7 };

/** Breaks between words or path segments, or inside a long one. */
function wrap(text, width) {
	return text
		.split('\n')
		.flatMap((line) => {
			const lines = [];
			let rest = line;
			while (rest.length > width) {
				const gaps = [' ', '/', ','].map((gap) => rest.lastIndexOf(gap, width));
				const gap = Math.max(...gaps);
				const at = gap > width / 2 ? gap : width;
				lines.push(rest.slice(0, at));
				rest = rest.slice(at).trimStart();
			}
			return [...lines, rest];
		})
		.join('\n');
}

function shorten(text, length) {
	return text.length > length ? `${text.slice(0, length - 1)}…` : text;
}

function showUrl(request) {
	const [path, query] = request.url.split('?');
	const parameters = query ? query.split('&') : [];
	return [path, ...parameters.map((one, index) => `${index === 0 ? '?' : '&'}${one}`)]
		.map((part) => wrap(part, inner(1)))
		.join('\n');
}

function showBody(body) {
	if (!body) return pc.dim('no body');
	let json;
	try {
		json = JSON.parse(body);
	} catch {
		return wrap(shorten(body, 300), inner(1));
	}
	if (!Array.isArray(json)) return showFields(json, inner(1));
	const lines = json.slice(0, SHOWN.entries).map((one) => wrap(JSON.stringify(one), inner(1)));
	const more = json.length - lines.length;
	return [...lines, more > 0 ? pc.dim(`and ${more} more`) : []].flat().join('\n');
}

function showFields(json, width) {
	const fields = Object.entries(json).filter(([, value]) => value !== null && value !== '');
	const lines = fields
		.slice(0, SHOWN.values)
		.map(([name, value]) => shorten(`${name}: ${JSON.stringify(value)}`, width));
	const more = fields.length - lines.length;
	return [...lines, more > 0 ? pc.dim(`and ${more} more`) : []].flat().join('\n');
}

function showItems({ success, failed, error, request }) {
	const status = request ? statusText(request.status) : pc.red('nothing was sent');
	if (error) return `${status}\n${pc.red(wrap(error.message ?? 'failed', inner(2)))}`;
	const items = [...success, ...failed].map(({ json }) => json);
	if (items.length === 0) return `${status}\n${pc.dim('no item')}`;
	const refused = items.filter((json) => json.success === false || json.error).length;
	const lines = [status];
	if (items.length > 1) {
		lines.push(`${items.length} items, ${refused === 0 ? 'all accepted' : `${refused} refused`}`);
		lines.push(pc.dim('the first one:'));
	}
	lines.push(showFields(items[0], inner(2)));
	return lines.join('\n');
}

function statusText(status) {
	const text = `HTTP ${status}`;
	return status < 300 ? pc.green(text) : pc.red(text);
}

/** What was sent and received, step by step, for people. */
function stepTable(steps) {
	const table = new Table({
		head: ['Step', 'Sent', 'Came back'],
		colWidths: COLUMNS,
		style: tableStyle,
	});
	for (const step of steps) {
		const { node, request } = step;
		const sent = request
			? `${pc.bold(request.method)} ${pc.dim(`to ${SERVICE_NAMES[request.service]}`)}\n${showUrl(request)}\n${showBody(request.body)}`
			: pc.red('nothing');
		table.push([wrap(node, inner(0)), sent, showItems(step)]);
	}
	return table.toString();
}

/** The addresses and the login, framed so that they are found again above a long table. */
function addressTable({ n8nUrl, sandboxUrl, owner, isReal }) {
	const table = new Table({ colWidths: [25, WIDTH - 25 - 3], style: tableStyle });
	table.push(
		['n8n editor', pc.bold(pc.cyan(n8nUrl))],
		['Login', `${owner.email}   password ${pc.bold(owner.password)}`],
		['What the services got', pc.cyan(`${sandboxUrl}/_sandbox/`)],
		[
			'Services',
			isReal
				? 'LOX24: the real one, with your token. VoipNow: the sandbox.'
				: 'A sandbox on this machine stands in for both. Nothing leaves it.',
		],
	);
	return table.toString();
}

/** What to click on the sandbox page, or open, and the workflows that it starts. */
function liveList(published) {
	const byStart = new Map();
	for (const { name, starts, toDo, error } of published) {
		const whats = error
			? [pc.red(`Not published: ${error}`)]
			: toDo
				? [toDo]
				: starts.map(startedBy);
		for (const what of whats) byStart.set(what, [...(byStart.get(what) ?? []), name]);
	}
	return [...byStart]
		.map(([what, names]) => [`  ${pc.bold(what)}`, ...names.map((name) => `      ${name}`)])
		.flat()
		.join('\n');
}

function startedBy({ type, parameters, url }) {
	const kind = type.split('.').at(-1);
	if (kind === 'lox24PollingTrigger') return 'Receive an SMS, and wait a minute';
	if (kind === 'lox24Trigger' && parameters.events.includes('sms.incoming'))
		return 'Receive an SMS';
	if (kind === 'lox24Trigger') return 'Run any workflow that sends an SMS';
	if (kind === 'voipNowTrigger')
		return parameters.events.includes('2') ? 'Miss a call' : 'Call 0003*210';
	return `Open ${url}`;
}

module.exports = { addressTable, liveList, stepTable };
