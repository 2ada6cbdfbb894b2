/**
 * What to do when something usual is missing, out of what Node, npm and n8n say about it. Uses
 * nothing but Node, since it runs before anything is installed.
 */
const { interruptedBy } = require('../scripts/processes');

const SHOWN_LINES = 15;

const DISK_IS_FULL = 'The disk is full. Make room and try again.';
const CODE_OF_FULL =
	/\b(ENOSPC|EDQUOT|SQLITE_FULL)\b|no space left|(disk|database) (or disk )?is full/i;

const notWritable = (path, code) =>
	`Nothing can be written to ${path} (${code}). Make it writable and try again.`;

const cacheNotWritable = (path, code) =>
	`npm cannot write its cache in ${path} (${code}). Set HOME or npm_config_cache to a folder of your ` +
	'own and try again.';

/** What the tool says when something is missing, and the sentence for it; the first that fits is taken. */
const COMMON = [
	[CODE_OF_FULL, () => DISK_IS_FULL],
	[
		/\b(EACCES|EPERM|EROFS|ENOTDIR)\b[^\n]*'([^'\n]+)'/,
		([, code, path]) => notWritable(path, code),
	],
];

const OF_NPM = [
	...COMMON,
	[
		/\bspawn npm(?:\.cmd)? ENOENT|'npm' is not recognized|npm: (?:command )?not found/,
		() => 'npm is missing. It comes with Node: install that from nodejs.org and try again.',
	],
	[
		/\b(E407)\b|407 Proxy Auth|tunneling socket could not/i,
		() =>
			'The proxy refuses npm. Correct its address and login (npm config get proxy) and try again.',
	],
	[
		/\b(SELF_SIGNED_CERT_\w+|DEPTH_ZERO_\w+|UNABLE_TO_(?:GET|VERIFY)_\w+|CERT_\w+|ERR_TLS_\w+)\b/,
		([, code]) =>
			`npm does not trust the certificate of its registry (${code}). Put the one of your network into ` +
			'NODE_EXTRA_CA_CERTS and try again.',
	],
	[
		/\b(ENOTFOUND|EAI_AGAIN|ECONN\w+|ETIMEDOUT|EHOSTUNREACH|ENET\w+|ERR_SOCKET_TIMEOUT|E\w+TIMEOUT)\b|network (timeout)/,
		([, code, timeout]) =>
			`npm cannot reach its registry (${code ?? timeout}). Check the network and its settings (npm config ` +
			'get registry, npm config get proxy) and try again.',
	],
	[
		/\bcode (E5\d\d|E429)\b/,
		([, code]) =>
			`The registry of npm is out of order (${code}). Try again later, or choose another (npm config ` +
			'set registry).',
	],
	[
		/\bcode (E401|E403|ENEEDAUTH)\b/,
		([, code]) =>
			`The registry of npm refuses you (${code}). Sign in (npm login), or choose another (npm config set ` +
			'registry), and try again.',
	],
	[
		/\bcode (E404|ETARGET)\b/,
		([, code]) =>
			`The registry of npm lacks a package (${code}). Choose another (npm config set registry) and try again.`,
	],
];

const OF_SQLITE = [
	...[
		[/gyp ERR! find Python|Could not find any Python/i, 'Python 3'],
		[/not found: make|make: not found|spawn make ENOENT/i, 'make'],
		[/g\+\+: (command )?not found|c\+\+: not found|No such file.*g\+\+/i, 'a C++ compiler'],
	].map(([pattern, missing]) => [
		pattern,
		() =>
			`The database driver of n8n has to be compiled here, and ${missing} is missing. ` +
			'Install python3, make and g++ (Debian, Ubuntu: sudo apt install python3 make g++; ' +
			'macOS: xcode-select --install) and try again.',
	]),
	...COMMON,
];

const OF_N8N = [
	[
		/EADDRINUSE|address already in use/i,
		() => 'A port that was free a moment ago is taken now. Try again: another will be chosen.',
	],
	[
		/Mismatching encryption keys/i,
		() => "The encryption key does not fit n8n's folder. Delete the folder .demo to start over.",
	],
	...COMMON,
];

const outputOf = (error) => [error.stdout, error.stderr, error.message].filter(Boolean).join('\n');

function sentence(kinds, text) {
	for (const [pattern, say] of kinds) {
		const match = pattern.exec(text);
		if (match) return say(match);
	}
	return undefined;
}

/** The sentence for `text`, or else `otherwise` and the end of `text`. */
function explain(kinds, text, otherwise, cause) {
	const end = text.trim().split('\n').slice(-SHOWN_LINES).join('\n');
	return new Error(sentence(kinds, text) ?? `${otherwise}:\n${end}`, { cause });
}

const explainNpm = (error, command) =>
	explain(OF_NPM, outputOf(error), `npm ${command} did not work`, error);

const explainBuild = (error) =>
	explain(COMMON, outputOf(error), 'The package does not build', error);

const explainSqliteBuild = (error) =>
	explain(
		OF_SQLITE,
		outputOf(error),
		'The database driver of n8n (sqlite3) could not be compiled',
		error,
	);

const explainN8nCommand = (error, name) =>
	explain(OF_N8N, outputOf(error), `n8n ${name} did not work`, error);

const explainN8nEnd = (output, { log, seconds }) =>
	explain(OF_N8N, output, `n8n did not start within ${seconds} seconds. The end of ${log}`);

/** An error of our own, of the system while we read and write, or of a command that we run. */
function messageOf(error) {
	const { code, path, port, syscall } = error;
	if (error.stderr !== undefined)
		return explain(COMMON, outputOf(error), 'A command did not work').message;
	if (code === 'ENOENT' && /^spawn/.test(syscall))
		return `${path} is missing. Install it and try again.`;
	if (CODE_OF_FULL.test(code)) return DISK_IS_FULL;
	if (code === 'EADDRINUSE') return `Port ${port} is taken. Try again: another will be chosen.`;
	const isRefused = ['EACCES', 'EPERM', 'EROFS', 'ENOTDIR'].includes(code);
	// A recursive mkdir on a read-only disk fails with ENOENT.
	if (path && (isRefused || (code === 'ENOENT' && syscall === 'mkdir')))
		return notWritable(path, code);
	return error.message;
}

/** The last word of a command: one sentence, and nothing about work that Ctrl-C has cut off. */
function report(error) {
	process.exitCode = interruptedBy()?.exitCode ?? 1;
	if (interruptedBy()) return;
	console.error(`\n${process.env.DEBUG ? error.stack : messageOf(error)}`);
}

module.exports = {
	cacheNotWritable,
	explainBuild,
	explainN8nCommand,
	explainN8nEnd,
	explainNpm,
	explainSqliteBuild,
	messageOf,
	notWritable,
	report,
};
