const { fork } = require('node:child_process');
const { once } = require('node:events');
const { join } = require('node:path');

/**
 * Starts the sandbox for a benchmark and gives what the demo needs to know of it.
 *
 * @returns the same as the demo's own `startServices`; the sandbox is steered over HTTP
 */
async function startBenchServices({ port }) {
	const child = fork(join(__dirname, 'sandbox.js'), [String(port)]);
	const [{ url, tokens }] = await Promise.race([
		once(child, 'message'),
		once(child, 'exit').then(([code]) => {
			throw new Error(`The sandbox ended with code ${code}`);
		}),
	]);

	const post = async (path, body = {}, method = 'POST') => {
		const response = await fetch(`${url}/_sandbox${path}`, {
			method,
			headers: { 'Content-Type': 'application/json' },
			body: JSON.stringify(body),
		});
		if (!response.ok) throw new Error(`Sandbox ${path}: ${await response.text()}`);
		return await response.json();
	};
	return {
		isReal: false,
		sandbox: {
			url,
			reset: () => post('/reset'),
			/** @param {number} latency milliseconds that each response takes */
			setLatency: (latency) => post('/settings', { latency }, 'PATCH'),
			/** @returns ids of what was added, by kind */
			fill: (counts) => post('/fill', counts),
			async close() {
				child.disconnect();
				await once(child, 'exit');
			},
		},
		credentials: [
			{
				id: 'demoLox24',
				name: 'LOX24 (demo)',
				type: 'lox24Api',
				data: { baseUrl: url, token: tokens.lox24 },
			},
		],
	};
}

module.exports = { startBenchServices };
