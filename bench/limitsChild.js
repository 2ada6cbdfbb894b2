/*
 * One measurement of limits.js, in a process of its own, so that no other has used its memory:
 * node --expose-gc bench/limitsChild.js faxes CONCURRENCY | stop ITEMS | stopMidway ITEMS
 * Prints JSON. The sandbox runs in another process.
 */
const { fork } = require('node:child_process');
const { once } = require('node:events');
const { join } = require('node:path');
const { setTimeout: wait } = require('node:timers/promises');
const { asLoaded, runNode } = require('./engineRun');
const { begin, end } = require('./nodes/meter');

const FAXES = 80;
const FAX_BYTES = 5 * 1024 * 1024;

/** Requests that are sent before a run is stopped midway. */
const MIDWAY = 200;

/** Milliseconds after a run has ended, in which nothing more may arrive. */
const AFTERWARDS = 2000;

async function faxes(concurrency, { url, tokens }) {
	const { VoipNow } = require(join(__dirname, '../dist/nodes/VoipNow/VoipNow.node'));
	// All faxes share one file, so that only the node's memory counts.
	const data = Buffer.alloc(FAX_BYTES, 'x').toString('base64');
	const file = { data, mimeType: 'application/pdf', fileName: 'fax.pdf' };
	const items = Array.from({ length: FAXES }, () => ({ json: {}, binary: { data: file } }));
	const parameters = {
		authentication: 'accessToken',
		resource: 'fax',
		operation: 'send',
		userId: '@me',
		extension: '0003*210',
		recipients: ['+15551234567'],
		binaryPropertyName: 'data',
		options: { concurrency },
	};
	begin();
	const connection = { url, token: tokens.voipNow };
	const { error } = await runNode(asLoaded(new VoipNow()), parameters, items, connection);
	const { memory } = end();
	if (error) throw error;
	return { faxes: FAXES, faxBytes: FAX_BYTES, concurrency, memory };
}

/** Stops a run once so many requests have arrived; what arrives later was sent after the stop. */
async function stop(count, { url, tokens }, arrived) {
	const { Lox24 } = require(join(__dirname, '../dist/nodes/Lox24/Lox24.node'));
	const parameters = {
		resource: 'sms',
		operation: 'send',
		senderId: 'MyShop',
		phone: '+4915112345678',
		text: 'Hello',
	};
	const items = Array.from({ length: count }, () => ({ json: {} }));
	/** @returns {Promise<any>} */
	const journal = async (query) => await (await fetch(`${url}/_sandbox/journal?${query}`)).json();
	const newest = async () => (await journal('limit=1'))[0]?.id ?? 0;
	/** @type {{ at: number, id: number }} */
	let stopped;
	await runNode(
		asLoaded(new Lox24()),
		parameters,
		items,
		{ url, token: tokens.lox24 },
		(cancel) => {
			void (async () => {
				while ((await newest()) < arrived) await wait(5);
				stopped = { at: Date.now(), id: await newest() };
				cancel();
				stopped.at = Date.now();
			})();
		},
	);
	const milliseconds = Date.now() - stopped.at;
	await wait(AFTERWARDS);
	const late = (await journal(`since=${stopped.id}`)).filter(({ at }) => at > stopped.at);
	const lastAfter = Math.max(0, ...late.map(({ at }) => at - stopped.at));
	return { count, milliseconds, sentAfter: late.length, lastAfter };
}

const CASES = {
	faxes,
	/** A service that never responds. */
	async stop(count, sandbox) {
		await fetch(`${sandbox.url}/_sandbox/faults`, {
			method: 'POST',
			body: JSON.stringify({ path: '/sms', kind: 'hang', times: 'always' }),
		});
		return await stop(count, sandbox, 1);
	},
	/** A service that responds. */
	stopMidway: async (count, sandbox) => await stop(count, sandbox, MIDWAY),
};

async function main() {
	const [name, number] = process.argv.slice(2);
	const child = fork(join(__dirname, 'sandbox.js'), ['0'], { execArgv: [] });
	const [sandbox] = await once(child, 'message');
	console.log(JSON.stringify(await CASES[name](Number(number), sandbox)));
	child.disconnect();
}

main().catch((error) => {
	console.error(error);
	process.exit(1);
});
