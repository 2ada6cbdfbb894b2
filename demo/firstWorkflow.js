const { outputOf } = require('./api');

const WORKFLOW_ID = 'lox24FiveSteps01';

/** The five steps: the node, and the request by which the sandbox must have heard of it. */
const STEPS = [
	{ node: '1 Add contacts to group', method: 'POST', path: '/groups/7116/phones/batch' },
	{ node: '2 Change one contact', method: 'PUT', path: '/phones/12344' },
	{ node: '3 Cancel scheduled SMS', method: 'POST', path: '/sms/ops/batch_cancel' },
	{
		node: '4 Cancel bulk',
		method: 'PUT',
		path: '/bulks/da0fa78c-4699-11ea-a637-96000028b339/cancel',
	},
	{
		node: '5 Switch on call event',
		method: 'PUT',
		path: '/uapi/extensions/@me/0003*210/phoneCallEvents/0/NqeyDRqo4FtabmFj8gNWq3hsiGNYyq',
	},
];

function pathOf(request) {
	return decodeURIComponent(new URL(request.url, 'http://sandbox').pathname);
}

/**
 * Runs the first workflow and puts what n8n says next to what the sandbox received.
 *
 * @returns `works` only when n8n reports success and the sandbox received exactly the five
 * requests, in order, and accepted each of them
 */
async function runFirstWorkflow({ api, sandbox }) {
	sandbox.journal.clear();
	const execution = await api.run(WORKFLOW_ID);
	const requests = sandbox.journal.entries();
	const steps = STEPS.map((step) => ({
		...step,
		request: requests.find((one) => one.method === step.method && pathOf(one) === step.path),
		...outputOf(execution, step.node),
	}));
	const works =
		execution.status === 'success' &&
		requests.length === STEPS.length &&
		steps.every(({ request }, index) => request === requests[index] && request.status < 300);
	const error = execution.data.resultData.error;
	return { works, steps, execution, error, requestCount: requests.length };
}

module.exports = { runFirstWorkflow, STEPS, WORKFLOW_ID };
