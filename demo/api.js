const { createRequire } = require('node:module');
const { join } = require('node:path');
const { setTimeout: wait } = require('node:timers/promises');

const DONE = ['success', 'error', 'crashed', 'canceled'];

/**
 * The part of n8n's internal REST interface that its editor uses too, as the signed-in owner. The
 * same calls serve every version the package is tried with, from 1.123 on.
 *
 * @param {string} url of n8n
 * @param {{ email: string, password: string }} owner
 * @param {{ folder: string }} n8n where it is installed
 */
async function signIn(url, owner, n8n) {
	// n8n stores the data of an execution in this format; the reader is n8n's own.
	const flatted = createRequire(join(n8n.folder, 'node_modules', 'n8n', 'package.json'))('flatted');
	// n8n ties the session to this header, which its editor makes up once for each browser.
	const headers = { 'Content-Type': 'application/json', 'browser-id': 'demo' };

	async function request(method, path, body) {
		const response = await fetch(`${url}/rest${path}`, {
			method,
			headers,
			body: body === undefined ? undefined : JSON.stringify(body),
		});
		const text = await response.text();
		if (!response.ok) {
			const error = new Error(`n8n ${method} ${path}: ${response.status} ${text}`);
			throw Object.assign(error, { status: response.status });
		}
		const cookies = response.headers.getSetCookie();
		if (cookies.length > 0) headers.Cookie = cookies.map((one) => one.split(';')[0]).join('; ');
		return text ? JSON.parse(text).data : undefined;
	}

	const read = (id) => request('GET', `/executions/${id}`);
	const parsed = (execution) => ({ ...execution, data: flatted.parse(execution.data) });

	/** Waits for the end of an execution. */
	async function ended(id, { seconds = 180 } = {}) {
		const deadline = Date.now() + seconds * 1000;
		for (;;) {
			const execution = await read(id);
			if (DONE.includes(execution.status)) return parsed(execution);
			if (Date.now() > deadline) {
				throw new Error(`"${execution.workflowData.name}" did not end within ${seconds} seconds`);
			}
			await wait(100);
		}
	}

	/**
	 * Starts a workflow from its manual trigger, as the button in the editor does.
	 *
	 * @returns the ID of the execution
	 */
	async function start(workflowId) {
		const workflow = await request('GET', `/workflows/${workflowId}`);
		const trigger = workflow.nodes.find(({ type }) => type.endsWith('.manualTrigger'));
		const { executionId } = await request('POST', `/workflows/${workflowId}/run`, {
			triggerToStartFrom: { name: trigger.name },
			// The workflow as the editor shows it; newer versions take the one they have saved.
			workflowData: workflow,
		});
		return executionId;
	}

	/** n8n 2.41 registers webhooks after it has answered; older versions do it before. */
	async function publication(path, versionId) {
		return await request('GET', `${path}/publication-status`).catch((error) => {
			if (error.status !== 404) throw error;
			return { status: 'published', liveVersionId: versionId };
		});
	}

	const unpublished = async (path) =>
		await request('GET', `${path}/publication-status`).then(
			({ status }) => status,
			(error) => {
				if (error.status !== 404) throw error;
				return 'not_published';
			},
		);

	const { userManagement } = await request('GET', '/settings');
	// Older versions do not make an owner from their environment.
	if (userManagement.showSetupOnFirstLoad) {
		const { email, password } = owner;
		const names = { firstName: 'Demo', lastName: 'User' };
		await request('POST', '/owner/setup', { email, password, ...names });
	}
	await request('POST', '/login', { emailOrLdapLoginId: owner.email, password: owner.password });

	return {
		request,
		ended,

		/**
		 * One execution, however far it has come, with `status`, `data.resultData.runData` and, when
		 * it failed, `data.resultData.error`.
		 */
		execution: async (id) => parsed(await read(id)),

		start,

		/** @returns the execution, after its end */
		run: async (workflowId, limit) => await ended(await start(workflowId), limit),

		/** Saves a new workflow. n8n 1 wants to be told that it is not active, and chooses the id itself. */
		create: (workflow) => request('POST', '/workflows', { active: false, ...workflow }),

		/** Publishes a workflow as it is saved now, and waits until its webhooks start it. */
		async activate(workflowId, { seconds = 120 } = {}) {
			const path = `/workflows/${workflowId}`;
			const { name, versionId } = await request('GET', path);
			await request('POST', `${path}/activate`, { versionId });
			const deadline = Date.now() + seconds * 1000;
			for (;;) {
				const { status, liveVersionId } = await publication(path, versionId);
				if (status === 'published' && liveVersionId === versionId) return;
				if (status === 'failed' || Date.now() > deadline) {
					throw new Error(`"${name}" was not published: ${status}`);
				}
				await wait(100);
			}
		},

		/**
		 * Unpublishes a workflow, and waits until its triggers are gone.
		 *
		 * @returns {Promise<string>} `failed` if one of them could not be removed
		 */
		async deactivate(workflowId, { seconds = 120 } = {}) {
			const path = `/workflows/${workflowId}`;
			const { versionId } = await request('GET', path);
			await request('POST', `${path}/deactivate`, { versionId });
			const deadline = Date.now() + seconds * 1000;
			for (;;) {
				const status = await unpublished(path);
				if (status === 'not_published' || status === 'failed') return status;
				if (Date.now() > deadline) throw new Error('The workflow stayed published');
				await wait(100);
			}
		},

		/** The executions of a workflow without their data, the newest first. */
		async executions(workflowId) {
			const filter = encodeURIComponent(JSON.stringify({ workflowId }));
			return (await request('GET', `/executions?limit=100&filter=${filter}`)).results;
		},

		/**
		 * "Retry" in n8n's list of executions: goes on at the node that failed.
		 *
		 * @param {string} executionId
		 * @param {{ loadWorkflow?: boolean }} [options] with the workflow as it is saved now, instead of
		 * as it was then
		 * @returns the new execution, after its end
		 */
		async retry(executionId, { loadWorkflow = false } = {}) {
			const { id } = await request('POST', `/executions/${executionId}/retry`, { loadWorkflow });
			return await ended(id);
		},

		/** "Stop" in n8n's list of executions. */
		stop: (executionId) => request('POST', `/executions/${executionId}/stop`),

		/** The content of a file that an execution made: `item.binary.data`. */
		async readFile({ id, fileName, mimeType }) {
			const query = new URLSearchParams({ id, fileName, mimeType, action: 'download' });
			const response = await fetch(`${url}/rest/binary-data?${query}`, { headers });
			if (!response.ok) throw new Error(`n8n gave ${response.status} for the file ${fileName}`);
			return Buffer.from(await response.arrayBuffer());
		},

		/** The button "Test" of the credential dialog. */
		testCredential: (credentials) => request('POST', '/credentials/test', { credentials }),
	};
}

/** The items that left `node`: those of its first output, and those of its error output. */
function outputOf(execution, node) {
	const runs = execution.data.resultData.runData[node] ?? [];
	const [success = [], failed = []] = runs.at(-1)?.data?.main ?? [];
	return { success: success ?? [], failed: failed ?? [], error: runs.at(-1)?.error };
}

module.exports = { outputOf, signIn };
