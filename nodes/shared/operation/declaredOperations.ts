import type {
	DeclarativeRestApiSettings,
	IDataObject,
	IExecuteFunctions,
	IExecutePaginationFunctions,
	IHttpRequestOptions,
	INode,
	INodeExecutionData,
	INodeProperties,
	INodePropertyOptions,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';
import { NodeConnectionTypes, NodeOperationError, sleep } from 'n8n-workflow';

import { BadInput } from '../input/badInput';
import { fromBadInput, toErrorItem, toNodeError } from '../answer/failure';
import { itemContexts } from './itemContexts';
import { isAborted, type Run, runOf } from '../exchange/run';
import { requestOptions } from './requestOptions';
import { planRequest, prepareRequest, type RequestPlan } from './requestPlan';
import type { Service } from '../service';

type ResultOptions = DeclarativeRestApiSettings.ResultOptions;
type Exchange = (
	this: IExecutePaginationFunctions,
	requestData: ResultOptions,
) => Promise<INodeExecutionData[]>;

type CustomOperations = NonNullable<INodeType['customOperations']>;

/** After so many items n8n's log (level debug) says how far the run is. */
const PROGRESS_STEP = 1000;

/** An item with its request, or what comes out when that could not be built. */
type Built = { context: IExecutePaginationFunctions; data: ResultOptions } | INodeExecutionData;

/**
 * Runs the declared operations of a node: the same description, the same functions and the same
 * `exchange` that n8n's engine would use, without its walk through the whole description for
 * every item. n8n's engine still runs them where it does not know custom operations, which is
 * the case for tools of older AI agents.
 *
 * @param own operations that send by themselves; they come first
 * @returns n8n's `customOperations` with a function for every operation that has `routing`
 */
export function declaredOperations(
	description: INodeTypeDescription,
	service: Service,
	exchange: Exchange,
	own: CustomOperations = {},
): CustomOperations {
	async function runDeclared(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const node = this.getNode();
		const plan = planRequest(node, description);
		const credentials = await this.getCredentials(service.credentialType(this));
		const headers = description.requestDefaults?.headers as IDataObject;
		const connection = { headers, ...service.connection(credentials) };
		const built = await buildAll(this, node, plan, connection);
		return [await sendAll(this, built, service, exchange)];
	}

	const operations: CustomOperations = {};
	for (const [resource, operation] of declared(description.properties)) {
		(operations[resource] ??= { ...own[resource] })[operation] ??= runDeclared;
	}
	return operations;
}

/** All pairs of resource and operation that say in `routing` what they send. */
function declared(properties: INodeProperties[]): Array<[string, string]> {
	return properties
		.filter(({ name }) => name === 'operation')
		.flatMap(({ displayOptions, options }) => {
			const resources = (displayOptions?.show?.resource ?? []) as string[];
			const operations = (options as INodePropertyOptions[]).filter(({ routing }) => routing);
			return resources.flatMap((resource) =>
				operations.map(({ value }): [string, string] => [resource, String(value)]),
			);
		});
}

/**
 * Builds all requests before the first is sent, so that a value that cannot be used is found
 * while nothing has happened yet.
 *
 * @throws NodeOperationError when one cannot be built and the node stops on errors
 */
async function buildAll(
	context: IExecuteFunctions,
	node: INode,
	plan: RequestPlan,
	connection: Partial<IHttpRequestOptions>,
): Promise<Built[]> {
	const built: Built[] = [];
	const contextOf = itemContexts(context);
	let common: Partial<IHttpRequestOptions> | undefined;
	const { length } = inputOf(context);
	for (let index = 0; index < length; index++) {
		const item = contextOf(index);
		try {
			// Read once, but here: a proxy that is none is wrong with every item.
			common ??= { ...connection, ...requestOptions(context) };
			const options = await prepareRequest(plan, item, common);
			const actions = { data: { parameterValue: undefined }, actions: plan.postReceive };
			built.push({ context: item, data: { options, preSend: [], postReceive: [actions] } });
		} catch (error) {
			built.push(notBuilt(context, node, error as Error, index));
		}
	}
	return built;
}

function notBuilt(
	context: IExecuteFunctions,
	node: INode,
	error: Error,
	itemIndex: number,
): INodeExecutionData {
	const isBadInput = error instanceof BadInput;
	if (!context.continueOnFail()) {
		throw isBadInput
			? toNodeError(node, fromBadInput(error), itemIndex)
			: new NodeOperationError(node, error, { itemIndex });
	}
	if (isBadInput) return toErrorItem(fromBadInput(error), itemIndex);
	return { json: { error: error.message }, pairedItem: { item: itemIndex } };
}

/** @throws the error of the first item that has one, when the node stops on errors */
async function sendAll(
	context: IExecuteFunctions,
	built: Built[],
	service: Service,
	exchange: Exchange,
): Promise<INodeExecutionData[]> {
	const { size, milliseconds } = pace(context);
	const run = runOf(context, () => context.getNodeParameter('options.concurrency', 0, null));
	let done = 0;
	const send = async (item: Built): Promise<INodeExecutionData[]> => {
		if ('json' in item) return [item];
		try {
			return await exchange.call(item.context, item.data);
		} finally {
			done++;
			if (done % PROGRESS_STEP === 0) {
				context.logger.debug(`${service.name}: ${done} of ${built.length} items are done`);
			}
		}
	};
	const running: Array<Promise<INodeExecutionData[]>> = [];
	for (const [index, item] of built.entries()) {
		const isPaused = milliseconds > 0 && index > 0 && index % size === 0;
		// What follows is not sent then, and says so at once.
		if (isPaused && !isOver(context, run)) await sleep(milliseconds);
		const one = send(item);
		// It is looked at when all have been sent.
		one.catch(() => undefined);
		running.push(one);
	}
	const settled = await Promise.allSettled(running);
	return settled.flatMap((one) => {
		if (one.status === 'rejected') throw one.reason;
		return one.value;
	});
}

function isOver(context: IExecuteFunctions, run: Run): boolean {
	return isAborted(context) || run.isGivenUp || run.gate.refusal !== undefined;
}

/** "Batching" of n8n's own Request Options: so many items, then a wait. */
function pace(context: IExecuteFunctions): { size: number; milliseconds: number } {
	const { batching } = context.getNodeParameter('requestOptions', 0, {}) as IDataObject;
	const { batchSize, batchInterval } = ((batching as IDataObject)?.batch ?? {}) as IDataObject;
	return {
		size: Number(batchSize) > 0 ? Number(batchSize) : 1,
		milliseconds: Number(batchInterval) > 0 ? Number(batchInterval) : 0,
	};
}

/** Where the run is a tool of an AI agent, its input has another name. */
function inputOf(context: IExecuteFunctions): INodeExecutionData[] {
	const { data } = context.getExecuteData();
	return 'main' in data
		? context.getInputData()
		: context.getInputData(0, NodeConnectionTypes.AiTool);
}
