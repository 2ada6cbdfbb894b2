/*
 * Completes a lock file: node scripts/complete-lock.js [folder]
 *
 * Some packages bring one binary package per operating system as optional dependencies. Where a
 * registry mirror lacks some of them, `npm install` leaves them out of the lock file, and from then
 * on `npm ci` refuses it on every machine ("Missing: ... from lock file"). Run this after
 * `npm install` there. What is added has an exact version but no checksum, which npm fills in when
 * the lock file is next renewed against a complete registry.
 */
const { readFileSync, writeFileSync } = require('node:fs');
const { join, resolve } = require('node:path');

const systems = [
	'android',
	'darwin',
	'freebsd',
	'linux',
	'netbsd',
	'openbsd',
	'openharmony',
	'win32',
];
const processors = ['arm64', 'arm', 'ia32', 'loong64', 'ppc64', 'riscv64', 's390x', 'x64'];
const exactVersion = /^\d+\.\d+\.\d+(-[\w.]+)?$/;

/** `@swc/core-linux-arm64-musl` says for which machine it is. */
function machineOf(name) {
	const words = name.split('/').pop().split('-');
	const os = systems.find((system) => words.includes(system));
	const cpu = processors.find((processor) => words.includes(processor));
	if (!os || !cpu) return undefined;
	const musl = words.some((word) => word.startsWith('musl'));
	const libc = musl ? 'musl' : words.some((word) => word.startsWith('gnu')) && 'glibc';
	return { os: [os], cpu: [cpu], libc: os === 'linux' && libc ? [libc] : undefined };
}

/** Node's own search: beside the package, then in each node_modules above it. */
function isReachable(packages, from, name) {
	for (let folder = from; ; folder = folder.slice(0, folder.lastIndexOf('node_modules'))) {
		folder = folder.replace(/\/$/, '');
		if (packages[join(folder, 'node_modules', name)]) return true;
		if (!folder.includes('node_modules')) return false;
	}
}

function complete(packages) {
	const added = {};
	for (const [path, { optionalDependencies = {}, dev }] of Object.entries(packages)) {
		for (const [name, version] of Object.entries(optionalDependencies)) {
			if (isReachable(packages, path, name)) continue;
			const machine = machineOf(name);
			if (!machine || !exactVersion.test(version)) {
				console.warn(`left out: ${name}@${version} of ${path || 'the package'}`);
				continue;
			}
			// in npm's own order, so that the next npm install does not move lines about
			const { cpu, libc, os } = machine;
			added[`node_modules/${name}`] = { version, cpu, dev, libc, optional: true, os };
		}
	}
	return added;
}

const lockFile = join(resolve(process.argv[2] ?? '.'), 'package-lock.json');
const text = readFileSync(lockFile, 'utf8');
const lock = JSON.parse(text);
const added = complete(lock.packages);
lock.packages = Object.fromEntries(
	Object.entries({ ...lock.packages, ...added }).sort(([a], [b]) => a.localeCompare(b, 'en')),
);
const indent = /^([ \t]+)/m.exec(text)?.[1] ?? '  ';
if (Object.keys(added).length > 0)
	writeFileSync(lockFile, `${JSON.stringify(lock, null, indent)}\n`);
console.log(`${lockFile}: ${Object.keys(added).length} packages added`);
