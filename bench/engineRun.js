const {
	DirectoryLoader,
	ExecutionLifecycleHooks,
	RoutingNode,
	WorkflowExecute,
} = require('n8n-core');
const { Workflow } = require('n8n-workflow');

/** As n8n's server hands a declarative node to the engine. */
function asLoaded(node) {
	DirectoryLoader.applyDeclarativeNodeOptionParameters(node);
	node.execute = async function () {
		return await new RoutingNode(this, node).runNode();
	};
	return node;
}

/**
 * As much of it as the nodes need.
 *
 * @returns {any}
 */
function additionalData(url, token) {
	const address = 'http://127.0.0.1/';
	return {
		credentialsHelper: {
			isCredentialUsableByNode: () => true,
			getParentTypes: () => [],
			getCredentialsProperties: () => [],
			getDecrypted: async () => ({ baseUrl: url, token, accessToken: token }),
			runPreAuthentication: async () => undefined,
			preAuthentication: async () => undefined,
			async authenticate(_credentials, _type, request) {
				const header = token.includes(':')
					? ['X-LOX24-AUTH-TOKEN', token]
					: ['Authorization', `Bearer ${token}`];
				request.headers = { ...request.headers, [header[0]]: header[1] };
				return request;
			},
		},
		hooks: new ExecutionLifecycleHooks('manual', '1', /** @type {any} */ ({ id: 'bench' })),
		executionId: '1',
		currentNodeExecutionIndex: 0,
		webhookBaseUrl: address,
		webhookWaitingBaseUrl: address,
		webhookTestBaseUrl: address,
		formWaitingBaseUrl: address,
		restApiUrl: address,
		instanceBaseUrl: address,
		variables: {},
		setExecutionStatus() {},
		sendDataToUI() {},
	};
}

/**
 * Runs a node between one that gives items and nothing behind it.
 *
 * @param {any} node
 * @param {object} parameters
 * @param {object[]} items
 * @param {{ url: string, token: string }} connection
 * @param {(cancel: () => void) => void} [onStart] may stop the execution
 * @returns {Promise<Partial<import('n8n-workflow').ITaskData>>} n8n's record of the node's run, with `error` or `data`
 */
async function runNode(node, parameters, items, { url, token }, onStart) {
	const types = {
		items: {
			description: { name: 'items', inputs: [], outputs: ['main'], properties: [] },
			execute: async () => [items],
		},
		measured: node,
	};
	/** @type {{ typeVersion: number, position: [number, number] }} */
	const common = { typeVersion: 1, position: [0, 0] };
	const workflow = new Workflow({
		id: 'bench',
		active: false,
		settings: { executionOrder: 'v1' },
		nodeTypes: {
			getByName: (type) => types[type],
			getByNameAndVersion: (type) => types[type],
			getKnownTypes: () => ({}),
		},
		nodes: [
			{ ...common, id: '1', name: 'Items', type: 'items', parameters: {} },
			{
				...common,
				id: '2',
				name: 'Measured',
				type: 'measured',
				parameters,
				credentials: {
					lox24Api: { id: '1', name: 'LOX24' },
					voipNowApi: { id: '2', name: 'VoipNow' },
				},
			},
		],
		connections: { Items: { main: [[{ node: 'Measured', type: 'main', index: 0 }]] } },
	});
	await workflow.expression.acquireIsolate();
	const running = new WorkflowExecute(additionalData(url, token), 'manual').run({
		workflow,
		startNode: workflow.getNode('Items'),
	});
	onStart?.(() => running.cancel());
	const run = await running;
	await workflow.expression.releaseIsolate();
	const [task] = run.data.resultData.runData.Measured ?? [{}];
	return task;
}

module.exports = { asLoaded, runNode };
