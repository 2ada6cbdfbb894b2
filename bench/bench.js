const { existsSync, readFileSync, rmSync } = require('node:fs');
const { join } = require('node:path');
const { setTimeout: wait } = require('node:timers/promises');
const { benchWorkflow } = require('./workflow');

const PATIENCE_SECONDS = 300;

/**
 * Runs one way of a measurement once, in n8n, and reads what the meter wrote.
 *
 * @param demo from `startDemo`
 * @param measurement what is prepared, and which field tells the items apart
 * @param way nodes, or a program beside n8n
 * @param {number} count of contacts or messages
 * @returns {Promise<{ milliseconds: number, cpu: number, memory?: number, items: number, failed: number, order?: string }>}
 * cpu in milliseconds, memory in bytes above what n8n held before
 * @throws {Error} when the workflow did not come to its end, or items are missing or failed
 */
async function measure(demo, measurement, way, count) {
	const prepared = await measurement.prepare(demo, count);
	const { url } = demo.sandbox;
	const connection = { url, token: demo.credentials[0].data.token };
	const result = way.run
		? await way.run(connection, count)
		: await runInN8n(demo, measurement, way.nodes(connection), { count, ...prepared });

	const isComplete = measurement.sameItems ? result.items >= count : result.items === count;
	if (!isComplete || result.failed > 0) {
		throw new Error(`${way.title}: ${JSON.stringify(result)}, expected ${count} items`);
	}
	return result;
}

async function runInN8n(demo, measurement, measured, { count, firstId }) {
	const file = join(demo.folder, 'bench-result.json');
	rmSync(file, { force: true });
	const workflow = benchWorkflow({
		name: `Bench ${measurement.key}`,
		count: measurement.inputItems ?? count,
		firstId,
		measured,
		key: measurement.resultKey,
		file,
	});
	const { id } = await patiently(() => demo.api.request('POST', '/workflows', workflow));
	const { executionId } = await demo.api.request('POST', `/workflows/${id}/run`, {
		triggerToStartFrom: { name: 'Start' },
	});
	await ended(demo, executionId);
	if (!existsSync(file)) {
		throw new Error(`${measurement.key}: n8n did not finish, see ${demo.n8n.log}`);
	}
	return JSON.parse(readFileSync(file, 'utf8'));
}

/** After heavy work, n8n reports for a while that its database is not ready. */
async function patiently(ask) {
	for (let tries = 1; ; tries++) {
		try {
			return await ask();
		} catch (error) {
			if (tries === 30) throw error;
			await wait(1000);
		}
	}
}

/**
 * Waits for the end. n8n deletes the execution then, because the workflow says not to keep it; a
 * busy n8n may also drop a connection that was idle for long, so a lost response is asked for again.
 */
async function ended({ api }, executionId) {
	const deadline = Date.now() + PATIENCE_SECONDS * 1000;
	while (Date.now() < deadline) {
		await wait(200);
		const running = await api.request('GET', '/executions?limit=20').catch(() => undefined);
		if (!running) continue;
		const mine = running.results.find(({ id }) => id === executionId);
		if (!mine || ['success', 'error', 'crashed', 'canceled'].includes(mine.status)) return;
	}
	throw new Error(`It did not end within ${PATIENCE_SECONDS} seconds`);
}

module.exports = { measure };
