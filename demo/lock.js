const { join } = require('node:path');
const { commandOf, takeLock } = require('../scripts/lock');
const { end } = require('../scripts/processes');

/**
 * Two n8n on one database damage it, so a user folder belongs to one demo at a time. An n8n that
 * an earlier demo left behind, because it was killed, is ended.
 *
 * @returns `noteN8n(pid)` writes down what would be left behind; `release()` gives the folder back
 */
async function lockDemo(state) {
	const { note, release, left } = takeLock(join(state.folder, 'running.json'), (pid) => {
		const { n8n: port } = state.values.ports;
		const address = port ? `: http://127.0.0.1:${port}` : '';
		return (
			`The demo is running already${address} (process ${pid}). ` +
			'End it with Ctrl-C in its terminal first.'
		);
	});
	if (left.n8n) {
		const { pid, command } = left.n8n;
		const isAlive = () => command !== '' && commandOf(pid) === command;
		if (isAlive()) await end({ pid }, isAlive);
	}
	return {
		noteN8n: (pid) => note({ n8n: { pid, command: commandOf(pid) } }),
		release,
	};
}

module.exports = { lockDemo };
