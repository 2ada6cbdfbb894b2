import { randomUUID } from 'node:crypto';

import type {
	ICredentialDataDecryptedObject,
	IDataObject,
	INode,
	INodeExecutionData,
	INodeParameters,
	INodeType,
	INodeTypes,
	IRun,
	IRunExecutionData,
	ITaskData,
	IWorkflowBase,
	IWorkflowExecuteAdditionalData,
	IVersionedNodeType,
} from 'n8n-workflow';
import { NodeConnectionTypes, Workflow } from 'n8n-workflow';
import { parse, stringify } from 'flatted';
import {
	DirectoryLoader,
	type ExecuteContext,
	ExecutionLifecycleHooks,
	RoutingNode,
	WorkflowExecute,
} from 'n8n-core';

import { Lox24 } from '../../nodes/Lox24/Lox24.node';
import { VoipNow } from '../../nodes/VoipNow/VoipNow.node';
import { systemClock } from '../../nodes/shared/send/clock';
import { forgetAccounts } from '../../nodes/shared/send/guard';
import { TestCredentialsHelper } from './credentialsHelper';

// What a run waits for, it waits for here as well, but a hundredth of the time.
const { sleep } = systemClock;
systemClock.sleep = async (milliseconds) => await sleep(milliseconds / 100);

/** What the user does with an item that fails. */
export type OnError = 'stopWorkflow' | 'continueRegularOutput' | 'continueErrorOutput';

export interface Given {
	node: 'lox24' | 'voipNow' | INodeType;
	parameters: INodeParameters;
	/** One input item for each; default one empty item. */
	items?: IDataObject[];
	/** Files that every input item has. */
	binary?: INodeExecutionData['binary'];
	/** Address of the service, e.g. of the sandbox. */
	url: string;
	token?: string;
	/**
	 * The stored credential of type `voipNowOAuth2Api`. It changes as the stored one would: new
	 * tokens are in its `oauthTokenData`.
	 */
	oAuth2?: ICredentialDataDecryptedObject;
	onError?: OnError;
	retryOnFail?: boolean;
	maxTries?: number;
	executeOnce?: boolean;
	/** Stops the execution, as the Stop button of the editor does. */
	stopAfter?: Promise<unknown>;
	timezone?: string;
	/**
	 * Leaves the operation to n8n's declarative engine, as tools of older AI agents do, which do
	 * not know custom operations.
	 */
	withoutCustomOperations?: boolean;
	/** The same for all runs of one execution, such as those of a loop; otherwise a new one. */
	executionId?: string;
}

/** Changes of a saved workflow before n8n's Retry. */
export type Changes = Partial<Pick<Given, 'parameters' | 'onError' | 'retryOnFail'>>;

export interface Result {
	/** What n8n stores of the execution, `executionData` included. */
	stored: IRunExecutionData;
	/** How often the tested node ran, with the output of each run. */
	runs: INodeExecutionData[][];
	/** Output 0, and with `continueErrorOutput` output 1. */
	main: INodeExecutionData[];
	errors: INodeExecutionData[];
	/** Error that stopped the workflow. */
	error?: Error & { description?: string; httpCode?: string; context?: IDataObject };
	/** `$('Start').item.json.id` as seen by the nodes behind both outputs: the pairing. */
	pairedMain: unknown[];
	pairedErrors: unknown[];
}

export const NODES = { lox24: asLoaded(new Lox24()), voipNow: asLoaded(new VoipNow()) };

/**
 * A declarative node as n8n's server hands it to the engine: with n8n's own "Request Options",
 * and with an `execute` that runs it on the engine (`NodeTypes.getByNameAndVersion`). Without the
 * latter the engine takes a path meant for tests, which does not know the Stop button.
 */
export function asLoaded(nodeType: INodeType): INodeType {
	DirectoryLoader.applyDeclarativeNodeOptionParameters(nodeType);
	nodeType.execute = async function () {
		return (await new RoutingNode(this as ExecuteContext, nodeType).runNode()) ?? [];
	};
	return nodeType;
}

/** Runs a node on n8n's real engine, between a node that gives items and two that take them. */
export async function run(given: Given): Promise<Result> {
	return await runFrom(given);
}

/**
 * n8n's Retry of a failed execution, with the original or the saved workflow: the stored data is
 * read back, the failed run of the node removed, and everything continues from the stack
 * (`ExecutionService.retry` of n8n).
 */
export async function retry(given: Given, failed: Result, changes: Changes = {}): Promise<Result> {
	const data = parse(stringify(failed.stored)) as IRunExecutionData;
	delete data.resultData.error;
	const runs = data.resultData.runData[data.resultData.lastNodeExecuted!];
	if (runs.at(-1)?.error) runs.pop();
	for (const { node } of data.executionData!.nodeExecutionStack) {
		if (node.name === 'Tested') Object.assign(node, changes);
	}
	return await runFrom({ ...given, ...changes }, data);
}

async function runFrom(given: Given, data?: IRunExecutionData): Promise<Result> {
	// Each is a process of its own, unless it belongs to an execution that others belong to as well.
	if (!given.executionId) forgetAccounts();
	const nodeType = typeof given.node === 'string' ? NODES[given.node] : given.node;
	const tested = given.withoutCustomOperations
		? Object.create(nodeType, { customOperations: { value: undefined } })
		: nodeType;
	const items = (given.items ?? [{}]).map((json, index) => ({
		json: { id: index, ...json },
		...(given.binary ? { binary: given.binary } : {}),
	}));
	const later: Pairings = new Map();
	const workflow = new Workflow({
		id: 'test',
		active: false,
		settings: { executionOrder: 'v1', timezone: given.timezone ?? 'Europe/Berlin' },
		nodeTypes: nodeTypes({ tested, start: source(items), sink: sink(later) }),
		nodes: [
			node('Start', 'start'),
			{
				...node('Tested', 'tested'),
				parameters: given.parameters,
				credentials: {
					lox24Api: { id: '1', name: 'LOX24' },
					voipNowApi: { id: '2', name: 'VoipNow' },
					voipNowOAuth2Api: { id: '3', name: 'VoipNow app' },
				},
				onError: given.onError ?? 'stopWorkflow',
				retryOnFail: given.retryOnFail,
				executeOnce: given.executeOnce,
				maxTries: given.maxTries ?? 3,
				waitBetweenTries: 1,
			},
			pairingSink('Main'),
			pairingSink('Errors'),
		],
		connections: {
			Start: { main: [[to('Tested')]] },
			Tested: { main: [[to('Main')], [to('Errors')]] },
		},
	});
	const finished = await execute(workflow, given, data);
	return read(finished, later);
}

/** What n8n's server gives the engine for an execution; the credentials are those of the test. */
export function additionalDataFor({
	url,
	token,
	oAuth2,
	executionId = randomUUID(),
}: Pick<Given, 'url' | 'token' | 'oAuth2' | 'executionId'>): IWorkflowExecuteAdditionalData {
	return {
		credentialsHelper: new TestCredentialsHelper({
			...(oAuth2 ? { voipNowOAuth2Api: oAuth2 } : {}),
			lox24Api: { token: token ?? '1000001:sandbox-key', baseUrl: url },
			voipNowApi: {
				baseUrl: url,
				accessToken: token ?? 'sandbox-access-token',
				ignoreSSLIssues: false,
			},
		}),
		hooks: new ExecutionLifecycleHooks('manual', executionId, { id: 'test' } as IWorkflowBase),
		executionId,
		currentNodeExecutionIndex: 0,
		restApiUrl: 'http://127.0.0.1/rest',
		webhookBaseUrl: 'http://127.0.0.1/webhook',
		webhookWaitingBaseUrl: 'http://127.0.0.1/webhook-waiting',
		webhookTestBaseUrl: 'http://127.0.0.1/webhook-test',
		formWaitingBaseUrl: 'http://127.0.0.1/form-waiting',
		instanceBaseUrl: 'http://127.0.0.1/',
		variables: {},
		setExecutionStatus() {},
		sendDataToUI() {},
		externalSecretsProxy: {},
		logAiEvent() {},
	} as unknown as IWorkflowExecuteAdditionalData;
}

async function execute(workflow: Workflow, given: Given, data?: IRunExecutionData): Promise<IRun> {
	const additionalData = additionalDataFor(given);
	await workflow.expression.acquireIsolate();
	try {
		const running = data
			? new WorkflowExecute(additionalData, 'retry', data).processRunExecutionData(workflow)
			: start(workflow, additionalData);
		if (given.stopAfter) {
			await given.stopAfter;
			running.cancel();
		}
		return await running;
	} finally {
		await workflow.expression.releaseIsolate();
	}
}

/**
 * n8n checks the values of locators before it starts, and gives a regular expression 250 ms. On a
 * machine that is busy they may be over before it began; nothing has run then.
 */
function start(workflow: Workflow, additionalData: IWorkflowExecuteAdditionalData) {
	const startNode = workflow.getNode('Start')!;
	for (let tries = 1; ; tries++) {
		try {
			return new WorkflowExecute(additionalData, 'manual').run({ workflow, startNode });
		} catch (error) {
			const isBusy = (error as Error).message === 'Regular expression execution timed out';
			if (!isBusy || tries === 3) throw error;
		}
	}
}

function read(finished: IRun, later: Pairings): Result {
	const { runData, error } = finished.data.resultData;
	const output = (task: ITaskData | undefined, index: number) => task?.data?.main?.[index] ?? [];
	const paired = (name: string) => [
		...output(runData[name]?.[0], 0).map(({ json }) => json.pairedWith),
		...(later.get(name)?.() ?? []),
	];
	const tested = runData.Tested?.at(-1);
	return {
		stored: finished.data,
		runs: (runData.Tested ?? []).map((task) => output(task, 0)),
		main: output(tested, 0),
		errors: output(tested, 1),
		error: (tested?.error ?? error) as Result['error'],
		get pairedMain() {
			return paired('Main');
		},
		get pairedErrors() {
			return paired('Errors');
		},
	};
}

function node(name: string, type: string): INode {
	return { id: name, name, type, typeVersion: 1, position: [0, 0], parameters: {} };
}

function pairingSink(name: string): INode {
	return { ...node(name, 'sink'), parameters: { value: "={{ $('Start').item.json.id }}" } };
}

function to(name: string) {
	return { node: name, type: NodeConnectionTypes.Main, index: 0 };
}

function source(items: INodeExecutionData[]): INodeType {
	return {
		description: description('Start', 'start', []),
		async execute() {
			return [items];
		},
	};
}

/** What a sink has not looked up yet, by its name. */
type Pairings = Map<string, () => unknown[]>;

/** A lost pairing fails every run. It takes 0.1 ms an item, so beyond these only tests that ask wait for it. */
const PAIRED_AT_ONCE = 500;

/** Keeps what an expression about the linked item of the first node says. */
function sink(later: Pairings): INodeType {
	return {
		description: description('Sink', 'sink', [
			{ displayName: 'Value', name: 'value', type: 'string', default: '' },
		]),
		async execute() {
			const pairedWith = (_item: unknown, index: number) =>
				this.getNodeParameter('value', index) as IDataObject[string];
			const items = this.getInputData();
			const more = items.slice(PAIRED_AT_ONCE);
			later.set(this.getNode().name, () =>
				more.map((item, index) => pairedWith(item, PAIRED_AT_ONCE + index)),
			);
			const paired = items.slice(0, PAIRED_AT_ONCE).map(pairedWith);
			return [paired.map((value) => ({ json: { pairedWith: value } }))];
		},
	};
}

function description(
	displayName: string,
	name: string,
	properties: INodeType['description']['properties'],
): INodeType['description'] {
	return {
		displayName,
		name,
		group: ['transform'],
		version: 1,
		description: '',
		defaults: { name: displayName },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		properties,
	};
}

export function nodeTypes(byName: Record<string, INodeType>): INodeTypes {
	return {
		getByName: (name: string): INodeType | IVersionedNodeType => byName[name],
		getByNameAndVersion: (name: string): INodeType => byName[name],
		getKnownTypes: () => ({}),
	};
}
