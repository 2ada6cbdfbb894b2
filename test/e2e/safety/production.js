const assert = require('node:assert/strict');
const { setTimeout: wait } = require('node:timers/promises');
const { ITEMS, node, pairing, to } = require('./given');

/** Each path is used once. */
let count = 0;

/**
 * Runs workflows in production: they are published, and a webhook starts them with the items they
 * are to get. The data that such an execution has stored is where n8n's Retry goes on.
 */
function createProduction(demo) {
	/**
	 * @param {object[]} nodes the first one gets the items
	 * @param {object} [connections] of these nodes
	 */
	async function publish(nodes, connections = {}) {
		const path = `e2e-safety-${++count}`;
		const webhook = node(
			'Webhook',
			'n8n-nodes-base.webhook',
			2,
			{ httpMethod: 'POST', path, responseMode: 'onReceived' },
			{ webhookId: path },
		);
		const split = { fieldToSplitOut: 'body.items', options: {} };
		const items = node(ITEMS, 'n8n-nodes-base.splitOut', 1, split);
		const { id } = await demo.api.create({
			name: path,
			nodes: [webhook, items, ...nodes],
			connections: {
				Webhook: { main: [[to(ITEMS)]] },
				[ITEMS]: { main: [[to(nodes[0].name)]] },
				...connections,
			},
			// As the editor makes them; in the older order an agent does not wait for its tools.
			settings: { executionOrder: 'v1' },
		});
		await demo.api.activate(id);

		async function post(input) {
			const { status } = await fetch(`${demo.n8nUrl}/webhook/${path}`, {
				method: 'POST',
				headers: { 'Content-Type': 'application/json' },
				body: JSON.stringify({ items: input.map((item, index) => ({ id: index, ...item })) }),
			});
			assert.equal(status, 200);
		}

		/** @returns the ID of the execution, which goes on */
		async function start(input) {
			const [before] = await demo.api.executions(id);
			await post(input);
			return await newExecution(demo.api, id, before?.id);
		}

		/** @returns the IDs of the executions, the newest first */
		async function startAll(inputs) {
			const before = (await demo.api.executions(id)).length;
			await Promise.all(inputs.map(post));
			for (let waited = 0; waited < 90_000; waited += 100) {
				const started = (await demo.api.executions(id)).slice(0, -before || undefined);
				if (started.length === inputs.length) return started.map((one) => one.id);
				await wait(100);
			}
			throw new Error('Not all executions were started');
		}

		return {
			start,
			/** @returns the execution, after its end */
			run: async (input) => await demo.api.ended(await start(input)),
			startAll,
			/** One execution for each input, all at once; n8n lists up to 100 of a workflow. */
			async runAll(inputs) {
				const ids = await startAll(inputs);
				return await Promise.all(ids.map((one) => demo.api.ended(one)));
			},
			/** Saves these nodes with other parameters; what is published stays as it is. */
			async save(changes) {
				const saved = nodes.map((one) => ({
					...one,
					parameters: { ...one.parameters, ...changes },
				}));
				const { versionId } = await demo.api.request('GET', `/workflows/${id}`);
				await demo.api.request('PATCH', `/workflows/${id}`, {
					versionId,
					nodes: [webhook, items, ...saved],
				});
			},
		};
	}

	return {
		publish,
		/** Publishes and runs one node, with what tells the pairing behind both of its outputs. */
		async runOne(tested, input) {
			const workflow = await publish([tested, pairing('Succeeded'), pairing('Failed')], {
				[tested.name]: { main: [[to('Succeeded')], [to('Failed')]] },
			});
			return await workflow.run(input);
		},
	};
}

/**
 * A webhook may answer before its execution can be found.
 *
 * @param {string} [before] the newest one that is known
 * @returns {Promise<string>} the ID
 */
async function newExecution(api, workflowId, before) {
	for (let waited = 0; waited < 90_000; waited += 50) {
		const [newest] = await api.executions(workflowId);
		if (newest && newest.id !== before) return newest.id;
		await wait(50);
	}
	throw new Error('The webhook did not start an execution');
}

/** The execution has ended well, with a message that says why if it has not. */
function assertSuccess({ status, data }) {
	assert.equal(status, 'success', data.resultData.error?.message);
}

module.exports = { assertSuccess, createProduction, newExecution };
