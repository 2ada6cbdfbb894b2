const CREDENTIALS = { lox24Api: { id: 'demoLox24', name: 'LOX24 (demo)' } };

/** n8n's HTTP Request node, set up as a careful user would for LOX24. */
function httpRequest(parameters) {
	return {
		type: 'n8n-nodes-base.httpRequest',
		typeVersion: 4.2,
		credentials: CREDENTIALS,
		parameters: {
			authentication: 'predefinedCredentialType',
			nodeCredentialType: 'lox24Api',
			options: {},
			...parameters,
		},
	};
}

/** Our node. */
function lox24(parameters) {
	return {
		type: 'n8n-nodes-lox24-voipnow.lox24',
		typeVersion: 1,
		credentials: CREDENTIALS,
		parameters,
	};
}

/** The least that a declarative node can be. */
function floor(parameters) {
	return { type: 'CUSTOM.benchFloor', typeVersion: 1, credentials: CREDENTIALS, parameters };
}

/** A bare loop over n8n's own authenticated request helper. */
function loop(parameters) {
	return { type: 'CUSTOM.benchLoop', typeVersion: 1, credentials: CREDENTIALS, parameters };
}

/** n8n's Code node, run once for all items. */
function code(jsCode) {
	return { type: 'n8n-nodes-base.code', typeVersion: 2, parameters: { jsCode } };
}

/**
 * A workflow that makes items, starts the meter, runs the measured nodes, and stops the meter.
 *
 * @param {object} options
 * @param {string} options.name
 * @param {number} options.count of items
 * @param {number} [options.firstId] `id` of the first item; the others count up
 * @param {object[]} options.measured one node after the other
 * @param {string} options.key field whose values show which items came out, in which order
 * @param {string} options.file the result is written to
 */
function benchWorkflow({ name, count, firstId = 0, measured, key, file }) {
	const nodes = [
		{ name: 'Start', type: 'n8n-nodes-base.manualTrigger', typeVersion: 1, parameters: {} },
		{
			name: 'Items',
			type: 'CUSTOM.benchItems',
			typeVersion: 1,
			parameters: { count, firstId },
		},
		...measured.map((node, index) => ({ name: `Measured ${index + 1}`, ...node })),
		{
			name: 'Result',
			type: 'CUSTOM.benchResult',
			typeVersion: 1,
			parameters: { key, file },
			executeOnce: false,
		},
	].map((node, index) => ({ id: `n${index}`, position: [index * 200, 0], ...node }));
	const connections = Object.fromEntries(
		nodes
			.slice(0, -1)
			.map((node, index) => [
				node.name,
				{ main: [[{ node: nodes[index + 1].name, type: 'main', index: 0 }]] },
			]),
	);
	// Storing thousands of items after the end is not part of the job.
	const settings = { executionOrder: 'v1', saveManualExecutions: false };
	return { name, nodes, connections, settings };
}

module.exports = { benchWorkflow, code, floor, httpRequest, loop, lox24 };
