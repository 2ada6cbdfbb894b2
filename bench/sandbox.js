/* The sandbox in a process of its own, so that its work does not count as n8n's. */
const { startSandbox } = require('../sandbox');

/** Milliseconds that each response takes: about what a service on the Internet needs. */
const LATENCY = 50;

startSandbox({ port: Number(process.argv[2]), latency: LATENCY }).then(({ url, tokens }) =>
	process.send({ url, tokens }),
);
process.on('disconnect', () => process.exit());
