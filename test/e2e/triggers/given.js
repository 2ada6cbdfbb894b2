const assert = require('node:assert/strict');
const { randomUUID } = require('node:crypto');
const { setTimeout: wait } = require('node:timers/promises');
const { node, to } = require('../safety/given');

const PACKAGE = 'n8n-nodes-lox24-voipnow';

const END = node('End', 'n8n-nodes-base.noOp', 1, {});

/**
 * A workflow that a trigger of the package starts, saved but not published.
 *
 * @param {object} demo what `startDemo` gives
 * @param {string} type such as `lox24Trigger`
 * @param {object} parameters of the trigger
 * @param {object} [more] of the node, such as `credentials`
 * @param {object} [end] the node behind it
 */
async function givenWorkflow(demo, type, parameters, more, end = END) {
	const webhookId = randomUUID();
	const trigger = node('Trigger', `${PACKAGE}.${type}`, 1, parameters, { webhookId, ...more });
	const { id } = await demo.api.create({
		name: `${type} ${webhookId}`,
		nodes: [trigger, end],
		connections: { Trigger: { main: [[to('End')]] } },
		settings: { executionOrder: 'v1' },
	});

	async function executions() {
		return (await demo.api.executions(id)).filter(({ status }) => status !== 'new');
	}

	return {
		id,
		trigger,
		webhookId,
		/** @param {string} path as the node declares it */
		url: (path = 'webhook') => `${demo.n8nUrl}/webhook/${webhookId}/${path}`,
		testUrl: (path = 'webhook') => `${demo.n8nUrl}/webhook-test/${webhookId}/${path}`,
		publish: () => demo.api.activate(id),
		unpublish: () => demo.api.deactivate(id),
		/** Saves the trigger with changes; what is published stays as it is in n8n 2.41. */
		async save(changes) {
			const path = `/workflows/${id}`;
			const { versionId } = await demo.api.request('GET', path);
			const changed = { ...trigger, ...changes };
			await demo.api.request('PATCH', path, {
				versionId,
				nodes: [changed, end],
				connections: { [changed.name]: { main: [[to('End')]] } },
			});
		},
		archive: () => demo.api.request('POST', `/workflows/${id}/archive`),
		/** Listens as the editor's button does, until one event has come. */
		async listen() {
			// Older versions want the workflow as the editor shows it.
			const workflowData = await demo.api.request('GET', `/workflows/${id}`);
			const triggerToStartFrom = { name: 'Trigger' };
			await demo.api.request('POST', `/workflows/${id}/run`, { workflowData, triggerToStartFrom });
		},
		executions,
		/** Waits for so many executions, and gives them, the newest first. */
		async started(count, { seconds = 90 } = {}) {
			const deadline = Date.now() + seconds * 1000;
			for (;;) {
				const found = await executions();
				if (found.length >= count) return found;
				assert.ok(Date.now() < deadline, `${found.length} of ${count} executions were started`);
				await wait(100);
			}
		},
		/** Waits until so many executions have ended well, and says how many there are. */
		async counted(count, { seconds }) {
			const filter = encodeURIComponent(JSON.stringify({ workflowId: id, status: ['success'] }));
			const deadline = Date.now() + seconds * 1000;
			for (;;) {
				const found = await demo.api.request('GET', `/executions?filter=${filter}&limit=1`);
				if (found.count >= count || Date.now() > deadline) return found.count;
				await wait(500);
			}
		},
		/** The items that the trigger gave to the newest execution, after its end. */
		async newestItems() {
			const [{ id: newest }] = await this.started(1);
			const { data } = await demo.api.ended(newest);
			return data.resultData.runData.Trigger[0].data.main[0].map(({ json }) => json);
		},
	};
}

module.exports = { givenWorkflow };
