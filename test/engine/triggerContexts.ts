import type {
	ICredentialDataDecryptedObject,
	IDataObject,
	IHookFunctions,
	INode,
	INodeParameters,
	INodeType,
	IWebhookData,
	IWebhookFunctions,
	WorkflowActivateMode,
} from 'n8n-workflow';
import { Workflow } from 'n8n-workflow';
import { HookContext, WebhookContext } from 'n8n-core';

import { additionalDataFor, nodeTypes } from './run';

type Request = ReturnType<IWebhookFunctions['getRequestObject']>;
type Response = ReturnType<IWebhookFunctions['getResponseObject']>;

/** A trigger as it is in a workflow, and the n8n it is in. */
export interface GivenTrigger {
	nodeType: INodeType;
	parameters: INodeParameters;
	/** Address of the service. */
	url: string;
	token?: string;
	oAuth2?: ICredentialDataDecryptedObject;
	/** Address of n8n. */
	n8nUrl?: string;
	instanceId?: string;
	webhookId?: string;
	workflowId?: string;
	name?: string;
	/** What n8n keeps for the node; each publishing of a workflow goes on with it. */
	staticData?: IDataObject;
	isTest?: boolean;
}

function workflowOf(given: GivenTrigger): { workflow: Workflow; node: INode } {
	const { nodeType, parameters, staticData = {}, name = 'Trigger' } = given;
	const node: INode = {
		id: '1',
		name,
		type: 'trigger',
		typeVersion: 1,
		position: [0, 0],
		webhookId: given.webhookId ?? '5b1c7f0a-1111-4222-8333-944445555666',
		parameters,
		credentials: {
			lox24Api: { id: '1', name: 'LOX24' },
			voipNowApi: { id: '2', name: 'VoipNow' },
			voipNowOAuth2Api: { id: '3', name: 'VoipNow app' },
		},
	};
	const workflow = new Workflow({
		id: given.workflowId ?? 'test',
		name: 'Missed calls',
		active: true,
		nodes: [node],
		connections: {},
		nodeTypes: nodeTypes({ trigger: nodeType }),
		staticData: { [`node:${name}`]: staticData },
	});
	return { workflow, node };
}

function additionalData(given: GivenTrigger) {
	const base = given.n8nUrl ?? 'http://127.0.0.1:5678';
	return Object.assign(additionalDataFor(given), {
		webhookBaseUrl: `${base}/webhook`,
		webhookTestBaseUrl: `${base}/webhook-test`,
		executionId: undefined,
	});
}

/** What n8n gives to the methods that register a trigger, with its real helpers. */
export function hookContext(
	given: GivenTrigger,
	activation: WorkflowActivateMode = 'activate',
): IHookFunctions {
	const { workflow, node } = workflowOf(given);
	const isTest = given.isTest ?? false;
	const mode = isTest ? 'manual' : 'trigger';
	const data = { isTest } as IWebhookData;
	const context = new HookContext(workflow, node, additionalData(given), mode, activation, data);
	return asIn(given, context);
}

/** What n8n gives to `webhook()`, and what it would send back. */
export function webhookContext(given: GivenTrigger, request: Partial<Request>) {
	const { workflow, node } = workflowOf(given);
	const sent: { status?: number; text?: string } = {};
	const response = {
		status: (status: number) => ((sent.status = status), response),
		type: () => response,
		send: (text: string) => ((sent.text = text), response),
		end: () => response,
	};
	const additional = Object.assign(additionalData(given), {
		httpRequest: { headers: {}, query: {}, ip: '127.0.0.1', ...request } as Request,
		httpResponse: response as unknown as Response,
	});
	const context = new WebhookContext(workflow, node, additional, 'webhook', {} as never, [], null);
	return { context: asIn(given, context) as IWebhookFunctions, sent };
}

function asIn<T extends object>({ instanceId = 'abcd1234efgh' }: GivenTrigger, context: T): T {
	return Object.assign(context, { getInstanceId: () => instanceId });
}
