const { spawnSync } = require('node:child_process');

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

/** Runs npm quietly and hands back its output; throws with that output when npm fails. */
function npm(args, { folder, environment = process.env }) {
	const { command, prefix, shell } = npmCommand();
	const result = spawnSync(command, [...prefix, ...args], {
		cwd: folder,
		env: environment,
		shell,
		encoding: 'utf8',
		maxBuffer: 64 * 1024 * 1024,
	});
	if (result.status !== 0) {
		const reason = result.error?.message ?? `${result.stdout}\n${result.stderr}`.trim();
		throw new Error(`npm ${args.join(' ')} in ${folder}:\n${reason}`);
	}
	return result.stdout;
}

module.exports = { npm, npmCommand };
