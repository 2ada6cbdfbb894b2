const { EventEmitter, once } = require('node:events');
const { readFileSync } = require('node:fs');
const { createServer } = require('node:http');
const { join } = require('node:path');

/**
 * A registry of packages that knows what npm is asked about before an installation, and never
 * responds to anything else, so that npm is busy for as long as it takes.
 *
 * @param {string} folder the clone that asks
 */
async function busyRegistry(folder) {
	const events = new EventEmitter();
	const known = ['.', 'demo'].map((path) => {
		const lock = JSON.parse(readFileSync(join(folder, path, 'package-lock.json'), 'utf8'));
		const [place, { version }] = Object.entries(lock.packages)[1];
		return { name: place.replace('node_modules/', ''), version };
	});
	const server = createServer((request, response) => {
		const asked = decodeURIComponent(request.url.slice(1));
		const found = known.find(({ name }) => name === asked);
		if (!found) {
			events.emit('busy');
			return;
		}
		const { name, version } = found;
		const versions = { [version]: { name, version } };
		response.setHeader('Content-Type', 'application/json');
		response.end(JSON.stringify({ name, 'dist-tags': { latest: version }, versions }));
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
	return {
		url: `http://127.0.0.1:${port}`,
		/** Resolves as soon as the next installation has begun. */
		isBusy: () => once(events, 'busy'),
		close() {
			server.closeAllConnections();
			server.close();
		},
	};
}

module.exports = { busyRegistry };
