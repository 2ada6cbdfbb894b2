const { execFile } = require('node:child_process');
const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { promisify } = require('node:util');
const { median } = require('./statistics');

const RUNS = 7;

/**
 * n8n's own nodes that talk to people or fill in lists, which our two stand beside.
 * @type {[title: string, nodes: string[], credentials: string[]][]}
 */
const OTHERS = [
	['Slack', ['Slack/Slack.node.js', 'Slack/SlackTrigger.node.js'], ['SlackApi', 'SlackOAuth2Api']],
	['Telegram', ['Telegram/Telegram.node.js', 'Telegram/TelegramTrigger.node.js'], ['TelegramApi']],
	[
		'Google Sheets',
		['Google/Sheet/GoogleSheets.node.js', 'Google/Sheet/GoogleSheetsTrigger.node.js'],
		['GoogleSheetsOAuth2Api', 'GoogleApi'],
	],
];

/** Files by what they belong to; without a file it is what a measurement alone costs. */
function candidates(n8nFolder, packageFolder) {
	const { n8n } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8'));
	const own = [...n8n.credentials, ...n8n.nodes].map((file) => join(packageFolder, file));
	const base = join(n8nFolder, 'node_modules', 'n8n-nodes-base', 'dist');
	return [
		{ title: 'LOX24 and VoipNow', files: own },
		...OTHERS.map(([title, nodes, credentials]) => ({
			title,
			files: [
				...credentials.map((name) => join(base, 'credentials', `${name}.credentials.js`)),
				...nodes.map((file) => join(base, 'nodes', file)),
			],
		})),
	];
}

/**
 * What it costs to load nodes with their credentials: each time in a process of its own, with n8n's
 * Node, in turn.
 *
 * @param {{ folder: string, binary: string }} n8n where it is installed, and its Node
 * @param {string} packageFolder of our package
 * @returns {Promise<Array<{ title: string, milliseconds: number, bytes: number }>>} medians
 */
async function measureStart(n8n, packageFolder, runs = RUNS) {
	const rows = candidates(n8n.folder, packageFolder).map((one) => ({ ...one, results: [] }));
	for (let run = 0; run < runs; run++) {
		for (const { files, results } of rows) results.push(await startOnce(n8n, files));
	}
	return rows.map(({ title, results }) => ({
		title,
		milliseconds: median(results.map(({ cpu }) => cpu)),
		bytes: median(results.map(({ bytes }) => bytes)),
		results,
	}));
}

async function startOnce({ binary, folder }, files) {
	const program = join(__dirname, 'startChild.js');
	const { stdout } = await promisify(execFile)(
		binary,
		['--expose-gc', program, folder, ...files],
		// The one thing a node may require, n8n-workflow, is n8n's and not in the package.
		{ env: { ...process.env, NODE_PATH: join(folder, 'node_modules') } },
	);
	return JSON.parse(stdout.trim().split('\n').at(-1));
}

/** Names of nodes in n8n's list, without what n8n adds to them. */
const NODES = {
	LOX24: ['n8n-nodes-lox24-voipnow.lox24', 'n8n-nodes-lox24-voipnow.lox24Polling'],
	VoipNow: ['n8n-nodes-lox24-voipnow.voipNow'],
	Slack: ['n8n-nodes-base.slack'],
	Telegram: ['n8n-nodes-base.telegram'],
	'Google Sheets': ['n8n-nodes-base.googleSheets'],
};

/** Of n8n's whole list: both nodes with their forms as tools and for human review, at most. */
const MOST_OF_TYPES = 0.035;

/**
 * What nodes add to the list of all nodes that n8n makes at its start and every browser reads.
 *
 * @param {string} file n8n's `types/nodes.json`
 * @returns sizes in bytes: of each node, its form as a tool of agents, its form for human review, and
 * its triggers; and what share of the list our nodes with these forms are
 */
function measureTypes(file) {
	const text = readFileSync(file, 'utf8');
	const sizes = new Map();
	for (const node of JSON.parse(text)) {
		// Each version of a node is an entry.
		const size = Buffer.byteLength(JSON.stringify(node));
		sizes.set(node.name, (sizes.get(node.name) ?? 0) + size);
	}
	const rows = Object.entries(NODES).map(([title, names]) => {
		const sizeOf = (suffix) =>
			names.reduce((sum, name) => sum + (sizes.get(`${name}${suffix}`) ?? 0), 0);
		const [node, tool, review, trigger] = ['', 'Tool', 'HitlTool', 'Trigger'].map(sizeOf);
		return { title, node, tool, review, trigger, all: node + tool + review + trigger };
	});
	const total = Buffer.byteLength(text);
	const own = rows.filter(({ title }) => ['LOX24', 'VoipNow'].includes(title));
	const sum = own.reduce((all, { node, tool, review }) => all + node + tool + review, 0);
	return { total, rows, sum, share: sum / total, most: MOST_OF_TYPES };
}

module.exports = { measureStart, measureTypes };
