/*
 * node --expose-gc bench/limits.js: what a run may cost at most. Memory for many faxes, time until a
 * run that is stopped has ended. On n8n's engine (n8n-core), with the sandbox in a process of its
 * own. Build the package first (npm run build).
 */
const { fork } = require('node:child_process');
const { once } = require('node:events');
const { join } = require('node:path');
const { setTimeout: wait } = require('node:timers/promises');
const { asLoaded, runNode } = require('./engineRun');

const MEGABYTE = 1024 * 1024;
const FAXES = 80;
const FAX_MEGABYTES = 5;

/** All faxes have the same file, so that only what the node makes of it counts. */
function faxItems() {
	const data = Buffer.alloc(FAX_MEGABYTES * MEGABYTE, 'x').toString('base64');
	const file = { data, mimeType: 'application/pdf', fileName: 'fax.pdf' };
	return Array.from({ length: FAXES }, () => ({ json: {}, binary: { data: file } }));
}

const fax = {
	authentication: 'accessToken',
	resource: 'fax',
	operation: 'send',
	userId: '@me',
	extension: '0003*210',
	recipients: ['+15551234567'],
	binaryPropertyName: 'data',
};

async function peakMemory(work) {
	global.gc();
	const start = process.memoryUsage().rss;
	let peak = start;
	const timer = setInterval(() => (peak = Math.max(peak, process.memoryUsage().rss)), 5);
	await work();
	clearInterval(timer);
	return (peak - start) / MEGABYTE;
}

async function faxes(VoipNow, connection) {
	const node = asLoaded(new VoipNow());
	const items = faxItems();
	for (const concurrency of [1, 2, 10]) {
		const parameters = { ...fax, options: { concurrency } };
		const peak = await peakMemory(async () => {
			const { error } = await runNode(node, parameters, items, connection);
			if (error) throw error;
		});
		const what = `${FAXES} faxes of ${FAX_MEGABYTES} MB, Concurrency ${concurrency}`;
		console.log(`${what}: ${Math.round(peak)} MB above the start at the peak`);
	}
}

/** A service that never answers. */
async function stop(Lox24, { url, token }) {
	const node = asLoaded(new Lox24());
	const parameters = {
		resource: 'sms',
		operation: 'send',
		senderId: 'MyShop',
		phone: '+4915112345678',
		text: 'Hello',
	};
	const faults = `${url}/_sandbox/faults`;
	await fetch(faults, {
		method: 'POST',
		body: JSON.stringify({ path: '/sms', kind: 'hang', times: 100_000 }),
	});
	for (const count of [8_000, 50_000]) {
		const items = Array.from({ length: count }, () => ({ json: {} }));
		let stoppedAt = 0;
		await runNode(node, parameters, items, { url, token }, (cancel) => {
			void wait(3000).then(() => {
				stoppedAt = performance.now();
				cancel();
			});
		});
		const milliseconds = Math.round(performance.now() - stoppedAt);
		console.log(`Stop before the first response, ${count} items: ended after ${milliseconds} ms`);
	}
}

async function main() {
	const { Lox24 } = require('../dist/nodes/Lox24/Lox24.node');
	const { VoipNow } = require('../dist/nodes/VoipNow/VoipNow.node');
	const sandbox = fork(join(__dirname, 'sandbox.js'), ['0']);
	const [{ url, tokens }] = await once(sandbox, 'message');
	await faxes(VoipNow, { url, token: tokens.voipNow });
	await stop(Lox24, { url, token: tokens.lox24 });
	sandbox.disconnect();
}

main().catch((error) => {
	console.error(error);
	process.exit(1);
});
