const { createServer } = require('node:net');

function listens(port) {
	return new Promise((done) => {
		const server = createServer();
		server.once('error', () => done(undefined));
		server.listen({ port, host: '127.0.0.1' }, () => {
			const { port: got } = /** @type {import('node:net').AddressInfo} */ (server.address());
			server.close(() => done(got));
		});
	});
}

/**
 * A free port of this machine: the first of `wishes` that nobody uses, or else any.
 *
 * @param {Array<number | undefined>} wishes
 * @param {number[]} taken ports handed out a moment ago that nobody listens on yet
 */
async function freePort(wishes, taken = []) {
	for (const wish of wishes) {
		if (wish && !taken.includes(wish) && (await listens(wish))) return wish;
	}
	for (;;) {
		const port = await listens(0);
		if (!taken.includes(port)) return port;
	}
}

/**
 * Ports for n8n, its task runner broker and the sandbox. Bookmarks and the addresses in the
 * credentials stay right when the ports of the last start are used again.
 *
 * @param {object} remembered ports of the last start
 * @param {{ usual: boolean }} options whether n8n's usual port 5678 and its neighbours are wanted
 */
async function choosePorts(remembered, { usual }) {
	const ports = {};
	const wishes = usual ? { n8n: 5678, broker: 5679, sandbox: 5680 } : {};
	for (const name of ['n8n', 'broker', 'sandbox']) {
		ports[name] = await freePort([remembered[name], wishes[name]], Object.values(ports));
	}
	return ports;
}

module.exports = { choosePorts, freePort };
