const { execFile } = require('node:child_process');
const { join } = require('node:path');
const { promisify } = require('node:util');
const { code, floor, httpRequest, loop, lox24 } = require('./workflow');

const GROUP = '7116';
const COLUMNS = ['phone', 'a', 'b', 'c', 'd', 'e'];
const CONCURRENCY = 10;
const BATCH = 100;

const byId = (value) => ({ __rl: true, mode: 'id', value });
const fromItem = (names) => `{ ${names.map((name) => `${name}: $json.${name}`).join(', ')} }`;

/*
 * Each measurement is one job, done in several ways. A way is a chain of nodes between the two
 * ends of the meter, or a program beside n8n; `prepare` brings the sandbox to the start.
 */

const createBatch = (columns) =>
	lox24({
		resource: 'phone',
		operation: 'createBatch',
		groupId: byId(GROUP),
		phonesFrom: 'items',
		columns,
		options: {},
	});

const automatic = {
	title: 'LOX24 node, columns mapped automatically',
	nodes: () => [createBatch({ mappingMode: 'autoMapInputData', value: null })],
};

const mapped = {
	title: 'LOX24 node, columns mapped by expressions',
	nodes: () => [
		createBatch({
			mappingMode: 'defineBelow',
			value: Object.fromEntries(COLUMNS.map((name) => [name, `={{ $json.${name} }}`])),
			matchingColumns: [],
			schema: COLUMNS.map((id) => ({
				id,
				displayName: id,
				required: id === 'phone',
				defaultMatch: false,
				display: true,
				type: 'string',
			})),
		}),
	],
};

const requestEach = {
	title: 'HTTP Request, one request a contact',
	nodes: ({ url }) => [
		httpRequest({
			method: 'POST',
			url: `${url}/groups/${GROUP}/phones`,
			sendBody: true,
			specifyBody: 'json',
			jsonBody: `={{ ${fromItem(COLUMNS)} }}`,
		}),
	],
};

const expert = {
	title: 'Code node and HTTP Request, 100 contacts a request',
	nodes: ({ url }) => [
		code(`const contacts = $input.all().map(({ json }) => (${fromItem(COLUMNS).replaceAll('$json', 'json')}));
const batches = [];
while (contacts.length > 0) batches.push({ json: { contacts: contacts.splice(0, ${BATCH}) } });
return batches;`),
		httpRequest({
			method: 'POST',
			url: `${url}/groups/${GROUP}/phones/batch`,
			sendBody: true,
			specifyBody: 'json',
			jsonBody: '={{ $json.contacts }}',
		}),
	],
};

const batchLoop = {
	title: "A bare loop over n8n's request helper, 100 contacts a request",
	nodes: () => [loop({ job: 'import', groupId: GROUP })],
};

const bare = {
	title: 'The same loop outside n8n (undici)',
	async run({ url, token }, count) {
		const args = [url, token, GROUP, count, BATCH, CONCURRENCY].map(String);
		const program = join(__dirname, 'bare.js');
		const { stdout } = await promisify(execFile)(process.execPath, [program, ...args]);
		return JSON.parse(stdout);
	},
};

const importContacts = {
	key: 'import',
	title: 'Import contacts into a group',
	count: 10_000,
	shortCount: 1_000,
	resultKey: 'phone',
	prepare: async ({ sandbox }) => {
		await sandbox.reset();
		return {};
	},
	ways: { automatic, mapped, requestEach, expert, loop: batchLoop, bare },
	goals: [
		{ what: 'times faster than', than: 'requestEach', of: 'automatic', atLeast: 20 },
		{ what: 'times the time of', than: 'loop', of: 'automatic', atMost: 1.2 },
		{ what: 'times the time of', than: 'bare', of: 'automatic', atMost: 1.5 },
	],
};

const getAllSms = lox24({
	resource: 'sms',
	operation: 'getAll',
	returnAll: true,
	simplify: false,
	filters: {},
	options: {},
});

const readAll = {
	key: 'list',
	title: 'Get all SMS',
	count: 10_000,
	shortCount: 1_000,
	resultKey: 'uuid',
	inputItems: 1,
	prepare: async ({ sandbox }, count) => {
		await sandbox.reset();
		await sandbox.fill({ sms: count });
		return {};
	},
	/** The sandbox has some SMS of its own besides. */
	sameItems: true,
	ways: {
		node: {
			title: 'LOX24 node, Return All',
			nodes: () => [getAllSms],
		},
		pagination: {
			title: 'HTTP Request with its built-in pagination',
			nodes: ({ url }) => [
				httpRequest({
					url: `${url}/sms`,
					options: {
						pagination: {
							pagination: {
								paginationMode: 'updateAParameterInEachRequest',
								parameters: {
									parameters: [{ type: 'qs', name: 'page', value: '={{ $pageCount + 1 }}' }],
								},
								paginationCompleteWhen: 'responseIsEmpty',
								requestInterval: 0,
							},
						},
					},
				}),
			],
		},
	},
	goals: [{ what: 'times faster than', than: 'pagination', of: 'node', atLeast: 4 }],
};

/** Slow enough for the sandbox to keep up: what counts here is how the pages are asked for. */
const SLOW = 200;

/** LOX24 gives so many SMS on a page, and so does the sandbox. */
const PAGE = 30;

const readAllSlowly = {
	key: 'latency',
	title: 'Get all SMS from a slow service',
	count: 10_000,
	shortCount: 1_000,
	resultKey: 'uuid',
	inputItems: 1,
	prepare: async ({ sandbox }, count) => {
		await readAll.prepare({ sandbox }, count);
		// Until the next reset.
		await sandbox.setLatency(SLOW);
		return {};
	},
	sameItems: true,
	ways: {
		node: readAll.ways.node,
		limit: {
			title: `The limit: pages / ${CONCURRENCY} × latency`,
			run: async (_connection, count) => ({
				milliseconds: (Math.ceil(count / PAGE) / CONCURRENCY) * SLOW,
				items: count,
				failed: 0,
			}),
		},
	},
	goals: [{ what: 'times', than: 'limit', of: 'node', atMost: 1.2 }],
};

const update = (options) => ({
	nodes: () => [
		lox24({
			resource: 'phone',
			operation: 'update',
			phoneId: byId('={{ $json.id }}'),
			phone: '={{ $json.phone }}',
			updateFields: {},
			options,
		}),
	],
});

const updateSingly = {
	key: 'update',
	title: 'Change contacts one by one',
	count: 1_000,
	shortCount: 200,
	resultKey: 'id',
	prepare: async ({ sandbox }, count) => {
		await sandbox.reset();
		const { phones } = await sandbox.fill({ phones: count });
		return { firstId: Number(phones[0]) };
	},
	ways: {
		node: { title: 'LOX24 node, 10 at once (default)', ...update({}) },
		wide: { title: 'LOX24 node, Concurrency 100', ...update({ concurrency: 100 }) },
		request: {
			title: 'HTTP Request',
			nodes: ({ url }) => [
				httpRequest({
					method: 'PUT',
					url: `=${url}/phones/{{ $json.id }}`,
					sendBody: true,
					specifyBody: 'json',
					jsonBody: '={{ { phone: $json.phone } }}',
				}),
			],
		},
		floor: {
			title: 'A minimal declarative node (the floor of the declarative engine)',
			nodes: () => [floor({ phoneId: '={{ $json.id }}', phone: '={{ $json.phone }}' })],
		},
		loop: {
			title: "A bare loop over n8n's request helper (the floor of any node)",
			nodes: () => [
				loop({ job: 'update', phoneId: '={{ $json.id }}', phone: '={{ $json.phone }}' }),
			],
		},
		helper: {
			title: 'The same loop without any parameter',
			nodes: () => [loop({ job: 'updateFromItems' })],
		},
	},
	goals: [
		{ what: 'times the processor time of', than: 'loop', of: 'node', atMost: 1.05, by: 'cpu' },
		{ what: 'times the processor time of', than: 'floor', of: 'node', atMost: 1.25, by: 'cpu' },
	],
};

/** How the cost of an import grows with the number of contacts. */
const growth = {
	key: 'growth',
	title: 'How an import grows',
	counts: [100, 1_000, 10_000, 100_000],
	shortCounts: [100, 1_000, 10_000],
	way: automatic,
	base: importContacts,
};

module.exports = { growth, measurements: [importContacts, readAll, readAllSlowly, updateSingly] };
