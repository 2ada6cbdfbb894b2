const { join } = require('node:path');
const { placePackage } = require('./communityPackage');
const { startN8n } = require('./n8n');
const { freePort } = require('./ports');
const { openState } = require('./state');

/**
 * Starts a worker or a webhook processor beside a main process in queue mode. It shares with that
 * one the database, Redis and the encryption key, but no folder: the package is put into its own.
 *
 * @param {object} main its `state`, `ports`, `n8n`, `packed` and `environment`
 * @param {'worker' | 'webhook'} command
 * @param {string} name of its folder
 * @param {(stop: () => Promise<void>) => void} onStart told before the wait until it is ready
 */
async function startBeside({ state, ports, n8n, packed, environment }, command, name, onStart) {
	const own = openState(join(state.folder, name));
	const { encryptionKey, owner } = state.values;
	Object.assign(own.values, { encryptionKey, owner });
	await placePackage(own, packed);

	own.values.ports.n8n = await freePort([], Object.values(ports));
	own.values.ports.broker = await freePort([], [...Object.values(ports), own.values.ports.n8n]);
	const variables = {
		...environment,
		// Links that a worker makes, such as those of Send and Wait, lead to the main process.
		N8N_WEBHOOK_URL: `http://127.0.0.1:${ports.n8n}/`,
		N8N_EDITOR_BASE_URL: `http://127.0.0.1:${ports.n8n}`,
		QUEUE_HEALTH_CHECK_ACTIVE: 'true',
		QUEUE_HEALTH_CHECK_PORT: String(own.values.ports.n8n),
		N8N_WORKER_SERVER_ADDRESS: '127.0.0.1',
	};
	const starting = startN8n(own, own.values.ports, n8n, () => {}, variables, command);
	onStart(async () => await (await starting.catch(() => undefined))?.stop());
	return await starting;
}

module.exports = { startBeside };
