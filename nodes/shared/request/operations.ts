import type {
	IExecuteFunctions,
	IExecutePaginationFunctions,
	INode,
	INodeExecutionData,
	INodeProperties,
	INodePropertyOptions,
	INodeType,
} from 'n8n-workflow';

import { BadInput, shown } from '../input/badInput';
import { type Failure, fromBadInput, toErrorItem, toNodeError } from '../response/failure';
import { withoutSecretAddresses } from '../response/forModel';
import { LOOK_IT_UP } from '../send/judge';
import type { Ledger } from '../send/ledger';
import { ledgerOf, type NodeContext, Run } from '../send/run';
import type { Service } from '../service';
import { isForModel, isTool, isToolOfOldAgent } from './agent';
import { type Item, itemOf, itemsOf } from './item';
import { planRequest, type RequestPlan } from './plan';
import { declared } from './declared';
import type { Outcome } from './work';

/**
 * Runs an operation: what comes out for the items of a run. It sends nothing when the node stops on
 * errors and any item cannot be sent.
 */
export type OperationRunner = (run: Run, items: Item[], plan: RequestPlan) => Promise<Outcome[]>;

/** Operations by resource, then by operation. */
type Operations = Record<string, Record<string, OperationRunner>>;

/**
 * Runs the declared operations of a node. The description stays n8n's own format, but n8n's engine
 * walks the whole of it twice for every item, sends all items at once and knows nothing of effects.
 * So workflows and agents get here through `customOperations`; agents before version 3 do not know
 * these, and get here through the function for `requestOperations.pagination`, which takes only
 * the item from n8n's engine.
 *
 * @param properties of the node
 * @param own operations that do more than one request for one item
 */
export function operationsOf(
	service: Service,
	properties: INodeProperties[],
	own: Operations = {},
) {
	const run = async (context: NodeContext, items: Item[], ledger?: Ledger) =>
		await runItems(service, properties, own, context, items, ledger);
	const customOperations: NonNullable<INodeType['customOperations']> = {};
	for (const [resource, operation] of operationsIn(properties)) {
		(customOperations[resource] ??= {})[operation] = async function (this: IExecuteFunctions) {
			const ledger = ledgerOf(this);
			return [await run(this, itemsOf(this, ledger), ledger)];
		};
	}
	return {
		customOperations,
		async pagination(this: IExecutePaginationFunctions): Promise<INodeExecutionData[]> {
			return await run(this, [itemOf(this)]);
		},
	};
}

/** All pairs of resource and operation. */
export function operationsIn(properties: INodeProperties[]): Array<[string, string]> {
	return properties
		.filter(({ name }) => name === 'operation')
		.flatMap(({ displayOptions, options }) => {
			const resources = (displayOptions?.show?.resource ?? []) as string[];
			const operations = options as INodePropertyOptions[];
			return resources.flatMap((resource) =>
				operations.map(({ value }): [string, string] => [resource, String(value)]),
			);
		});
}

async function runItems(
	service: Service,
	properties: INodeProperties[],
	own: Operations,
	context: NodeContext,
	items: Item[],
	ledger: Ledger | undefined,
): Promise<INodeExecutionData[]> {
	const node = context.getNode();
	// Such an agent reads the output, but no errors.
	const isOldAgent = isToolOfOldAgent(context);
	// A model reads whole items, but only one line of an error, and older versions of n8n stop
	// there.
	const isTold = isTool(context) && node.onError !== 'stopWorkflow';
	const continues = context.continueOnFail() || isOldAgent || isTold;
	let run: Run | undefined;
	let outcomes: Outcome[];
	try {
		const { resource, operation } = node.parameters as Record<string, string>;
		const plan = planRequest(node, properties);
		if (plan.request.url === undefined) throw noOperation(operation);
		const credential = await context.getCredentials(service.credentialType(context));
		const concurrency: unknown = items[0]?.getNodeParameter('options.concurrency', null);
		run = new Run({ context, service, credential, properties, continues, ledger, concurrency });
		outcomes = await (own[resource]?.[operation] ?? declared)(run, items, plan);
	} catch (error) {
		outcomes = [{ itemIndexes: [...items.keys()], items: [], failure: unforeseen(error, run) }];
	}
	if (run) outcomes = outcomes.map((one) => ({ ...one, failure: run!.clean(one.failure) }));
	if (run && isForModel(context)) outcomes = outcomes.map((one) => readable(one, run!));
	if (!continues) throwFirst(outcomes);
	tellUnknown(context, outcomes);
	const isToErrorOutput = node.onError === 'continueErrorOutput';
	const output = outcomes.flatMap(({ items: results, failure, itemIndexes }) => [
		...results,
		...(failure ? itemIndexes.map((index) => toErrorItem(failure, index, isToErrorOutput)) : []),
	]);
	if (!isTriedAgain(node, ledger?.tries ?? 0, output)) ledger?.drop();
	return output;

	function throwFirst(all: Outcome[]): void {
		const failed = all.filter(({ failure }) => failure !== undefined);
		const bad = failed.filter(({ failure }) => failure!.badInput);
		// Items after the failed one were only called off.
		const first = failed.find(({ failure }) => !failure!.cancelled) ?? failed[0];
		if (!first) return;
		// A problem of all items together does not belong to a single one.
		const isOfSome = bad.some(({ itemIndexes }) => itemIndexes.length < items.length);
		const failure = isOfSome ? allThatIsWrong(bad) : first.failure!;
		throw toNodeError(node, failure, first.itemIndexes[0]);
	}
}

/** Without secrets that a service or a user put into a text. */
function readable({ items, failure, itemIndexes }: Outcome, run: Run): Outcome {
	const clean = <T>(value: T) => run.clean(withoutSecretAddresses(value));
	return {
		itemIndexes,
		items: items.map((item) => ({ ...item, json: clean(item.json) })),
		failure: clean(failure),
	};
}

/** A hint above the output for what is easily missed among many items. */
function tellUnknown(context: NodeContext, outcomes: Outcome[]): void {
	const unknown = outcomes.filter(({ failure }) => failure?.effect === 'unknown');
	if (unknown.length === 0 || !('addExecutionHints' in context)) return;
	const count = unknown.flatMap(({ itemIndexes }) => itemIndexes).length;
	context.addExecutionHints({
		message: `${count === 1 ? 'The outcome of one item is' : `The outcomes of ${count} items are`} unknown. Check before you send anything again.`,
		type: 'warning',
		location: 'outputPane',
	});
}

/** Lists all bad values, so that the user can fix them at once. */
function allThatIsWrong(bad: Outcome[]): Failure {
	const [first] = bad;
	const named = bad.slice(0, 5).map(({ itemIndexes: [index], failure }) => {
		return `input item ${index}: ${failure!.message}`;
	});
	const count = bad.length > 1 ? `${bad.length} entries cannot be sent: ` : '';
	const more = bad.length > 5 ? `; and ${bad.length - 5} more` : '';
	return {
		...first.failure!,
		message: `${count}${named.join('; ')}${more}`,
		description: `${first.failure!.description} To send the others and get these separately, set On Error to "Continue (using error output)".`,
	};
}

/** Whether n8n retries the node: Retry On Fail looks only at the first item. */
function isTriedAgain(node: INode, tries: number, output: INodeExecutionData[]): boolean {
	const maxTries = Math.min(5, Math.max(2, node.maxTries || 3));
	return node.retryOnFail === true && tries < maxTries && output[0]?.json.error !== undefined;
}

function noOperation(operation: unknown): BadInput {
	return new BadInput(
		`Operation is not valid: ${shown(operation)}`,
		'Choose an operation from the list; it cannot come from an expression. Nothing was sent.',
	);
}

/** No credential, an invalid address, or something unforeseen. */
function unforeseen(error: unknown, run: Run | undefined): Failure {
	if (error instanceof BadInput) return fromBadInput(error);
	const { message, description } = error as Error & { description?: string };
	if (run?.hasSent) return { message, description: LOOK_IT_UP, effect: 'unknown' };
	return {
		message,
		description: description ?? 'Nothing was sent.',
		effect: 'none',
		badInput: true,
	};
}
