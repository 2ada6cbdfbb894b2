/*
 * One start, in a process of its own: node --expose-gc bench/startChild.js FOLDER FILE...
 *
 * Loads the files as n8n does when it starts, beside what n8n has loaded already, and prints
 * milliseconds and bytes. FOLDER is where n8n is installed.
 */
const { createRequire } = require('node:module');
const { basename, join } = require('node:path');

const [folder, ...files] = process.argv.slice(2);

const fromN8n = createRequire(join(folder, 'node_modules', 'n8n', 'package.json'));
fromN8n('n8n-workflow');
fromN8n('n8n-core');

function memory() {
	// The second one finds what the first one has let go of.
	global.gc();
	global.gc();
	return process.memoryUsage().heapUsed;
}

const kept = [];
const heapBefore = memory();
const started = process.hrtime.bigint();
const cpuBefore = process.cpuUsage();
for (const file of files) {
	const className = basename(file).split('.')[0];
	kept.push(new (require(file)[className])());
}
const { user, system } = process.cpuUsage(cpuBefore);
const milliseconds = Number(process.hrtime.bigint() - started) / 1e6;
const bytes = memory() - heapBefore;
console.log(
	JSON.stringify({ milliseconds, cpu: (user + system) / 1000, bytes, kept: kept.length }),
);
