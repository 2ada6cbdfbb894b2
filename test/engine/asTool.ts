import type {
	EngineRequest,
	EngineResponse,
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeParameters,
	INodeType,
	IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';
import { NodeConnectionTypes, Workflow } from 'n8n-workflow';
import { WorkflowExecute } from 'n8n-core';

import { forgetAccounts } from '../../nodes/shared/send/guard';
import { additionalDataFor, NODES, nodeTypes } from './run';

/** How an agent runs its tools: by asking the engine, or itself, as agents before version 3. */
export type Agent = 'engine' | 'itself';

interface Given {
	node?: keyof typeof NODES;
	parameters: INodeParameters;
	/** What the model fills in, by the names in `$fromAI`. */
	args: IDataObject;
	url: string;
	agent?: Agent;
	/** How many items the agent has itself. */
	inputs?: number;
	/** Further calls of the tool, one after the other. */
	furtherArgs?: IDataObject[];
	token?: string;
	/** For several calls within one execution. */
	executionId?: string;
}

interface Tool {
	invoke(args: IDataObject): Promise<unknown>;
}

const nodeAt = (name: string, type: string) => ({
	id: name,
	name,
	type,
	typeVersion: 1,
	position: [0, 0] as [number, number],
	parameters: {},
});

/**
 * Runs a node as the tool of an AI agent, on n8n's real engine. Only the model is not
 * there: the agent calls the tool once, with the given arguments.
 *
 * @returns what the model gets to read
 */
export async function runAsTool({
	node = 'lox24',
	parameters,
	args,
	url,
	agent = 'engine',
	inputs = 1,
	furtherArgs = [],
	token,
	executionId,
}: Given): Promise<string> {
	if (!executionId) forgetAccounts();
	const responses: unknown[] = [];
	const nodeType = NODES[node];
	const asTool: INodeType = Object.assign(Object.create(nodeType) as INodeType, {
		// n8n makes this variant of every node with `usableAsTool`.
		description: {
			...nodeType.description,
			name: `${node}Tool`,
			inputs: [],
			outputs: [NodeConnectionTypes.AiTool],
		},
	});
	const workflow = new Workflow({
		id: 'test',
		active: false,
		settings: { executionOrder: 'v1', timezone: 'Europe/Berlin' },
		nodeTypes: nodeTypes({
			start: startNode(inputs),
			agent:
				agent === 'engine'
					? asksEngine(args, responses)
					: callsItself([args, ...furtherArgs], responses),
			tool: asTool,
		}),
		nodes: [
			nodeAt('Start', 'start'),
			nodeAt('Agent', 'agent'),
			{
				...nodeAt('Tool', 'tool'),
				parameters,
				credentials: {
					lox24Api: { id: '1', name: 'LOX24' },
					voipNowApi: { id: '2', name: 'VoipNow' },
				},
			},
		],
		connections: {
			Start: { main: [[{ node: 'Agent', type: NodeConnectionTypes.Main, index: 0 }]] },
			Tool: { ai_tool: [[{ node: 'Agent', type: NodeConnectionTypes.AiTool, index: 0 }]] },
		},
	});
	const additionalData: IWorkflowExecuteAdditionalData = additionalDataFor({
		url,
		token,
		executionId,
	});
	await workflow.expression.acquireIsolate();
	try {
		const { data } = await new WorkflowExecute(additionalData, 'manual').run({
			workflow,
			startNode: workflow.getNode('Start')!,
		});
		if (data.resultData.error) throw data.resultData.error;
	} finally {
		await workflow.expression.releaseIsolate();
	}
	return typeof responses[0] === 'string' ? responses[0] : JSON.stringify(responses[0]);
}

function startNode(inputs: number): INodeType {
	return {
		description: about('Start', 'start', [], []),
		async execute() {
			return [Array.from({ length: inputs }, () => ({ json: { chatInput: 'Please do it' } }))];
		},
	};
}

function asksEngine(args: IDataObject, responses: unknown[]): INodeType {
	return {
		description: about('Agent', 'agent'),
		async execute(
			this: IExecuteFunctions,
			response?: EngineResponse,
		): Promise<INodeExecutionData[][] | EngineRequest> {
			const [answered] = response?.actionResponses ?? [];
			if (answered) {
				responses.push(answered.data.data?.ai_tool?.[0]?.map(({ json }) => json));
				return [this.getInputData()];
			}
			return {
				actions: [
					{
						actionType: 'ExecutionNodeAction',
						nodeName: 'Tool',
						input: args,
						type: NodeConnectionTypes.AiTool,
						id: 'call-1',
						metadata: {},
					},
				],
				metadata: {},
			};
		},
	};
}

function callsItself(calls: IDataObject[], responses: unknown[]): INodeType {
	return {
		description: about('Agent', 'agent'),
		async execute(this: IExecuteFunctions) {
			const tools = (await this.getInputConnectionData(NodeConnectionTypes.AiTool, 0)) as Tool[];
			for (const args of calls) responses.push(await [tools].flat()[0].invoke(args));
			return [this.getInputData()];
		},
	};
}

function about(
	displayName: string,
	name: string,
	inputs: INodeType['description']['inputs'] = [
		{ type: NodeConnectionTypes.Main },
		{ type: NodeConnectionTypes.AiTool },
	],
	outputs: INodeType['description']['outputs'] = [NodeConnectionTypes.Main],
): INodeType['description'] {
	return {
		displayName,
		name,
		group: ['transform'],
		version: 1,
		description: '',
		defaults: { name: displayName },
		inputs,
		outputs,
		properties: [],
	};
}
