const { createRequire } = require('node:module');
const { join } = require('node:path');
const { setTimeout: wait } = require('node:timers/promises');

/** n8n stores the data of an execution in this format; the reader is n8n's own. */
function parseFlatted(text) {
	const fromN8n = createRequire(join(__dirname, 'node_modules', 'n8n', 'package.json'));
	return fromN8n('flatted').parse(text);
}

const DONE = ['success', 'error', 'crashed', 'canceled'];

/**
 * The part of n8n's internal REST interface that its editor uses too, as the signed-in owner.
 *
 * @param {string} url of n8n
 * @param {{ email: string, password: string }} owner
 */
async function signIn(url, owner) {
	// n8n ties the session to this header, which its editor makes up once for each browser.
	const headers = { 'Content-Type': 'application/json', 'browser-id': 'demo' };

	async function request(method, path, body) {
		const response = await fetch(`${url}/rest${path}`, {
			method,
			headers,
			body: body === undefined ? undefined : JSON.stringify(body),
		});
		const text = await response.text();
		if (!response.ok) throw new Error(`n8n ${method} ${path}: ${response.status} ${text}`);
		const cookies = response.headers.getSetCookie();
		if (cookies.length > 0) headers.Cookie = cookies.map((one) => one.split(';')[0]).join('; ');
		return text ? JSON.parse(text).data : undefined;
	}

	await request('POST', '/login', { emailOrLdapLoginId: owner.email, password: owner.password });

	return {
		request,

		/**
		 * Runs a workflow from its manual trigger, as the button in the editor does.
		 *
		 * @returns the execution with `status`, `data.resultData.runData` and, when it failed,
		 * `data.resultData.error`
		 */
		async run(workflowId, { seconds = 60 } = {}) {
			const workflow = await request('GET', `/workflows/${workflowId}`);
			const trigger = workflow.nodes.find(({ type }) => type.endsWith('.manualTrigger'));
			const { executionId } = await request('POST', `/workflows/${workflowId}/run`, {
				triggerToStartFrom: { name: trigger.name },
			});
			const deadline = Date.now() + seconds * 1000;
			for (;;) {
				const execution = await request('GET', `/executions/${executionId}`);
				if (DONE.includes(execution.status)) {
					return { ...execution, data: parseFlatted(execution.data) };
				}
				if (Date.now() > deadline) {
					throw new Error(`"${workflow.name}" did not end within ${seconds} seconds`);
				}
				await wait(100);
			}
		},

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
