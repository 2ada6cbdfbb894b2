const { cacheNotWritable, explainNpm } = require('../demo/explain');
const { requireWritable } = require('./disk');
const { run } = require('./processes');

/**
 * The npm that is running us, so that one start never mixes two npm versions, or else the one on
 * the PATH. On Windows npm is a batch file, which Node only starts through a shell.
 */
function npmCommand() {
	const cli = process.env.npm_execpath;
	if (cli && /npm-cli\.c?js$/.test(cli)) {
		return { command: process.execPath, prefix: [cli], shell: false };
	}
	return { command: 'npm', prefix: [], shell: process.platform === 'win32' };
}

/**
 * Runs npm quietly and hands back its output. What a failure says is for people; its `cause` has
 * all that npm has said.
 *
 * @param {string[]} args
 * @param {{ folder: string, environment?: NodeJS.ProcessEnv, node?: string }} options `node`: the
 * Node that runs npm, where npm is a script that can be run by another
 */
async function npm(args, { folder, environment, node }) {
	const { command, prefix, shell } = npmCommand();
	const work = run(prefix.length > 0 ? (node ?? command) : command, [...prefix, ...args], {
		cwd: folder,
		env: environment,
		shell,
	});
	try {
		return (await work).stdout;
	} catch (error) {
		throw explainNpm(error, args[0]);
	}
}

/** Before npm begins: it may wait for ever when it cannot make its cache, or report another error. */
async function requireCache(folder) {
	const { npm_config_cache: told } = process.env;
	const cache = told || (await npm(['config', 'get', 'cache'], { folder })).trim();
	requireWritable(cache, cacheNotWritable);
}

module.exports = { npm, requireCache };
