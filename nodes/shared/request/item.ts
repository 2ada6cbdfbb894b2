import type { IExecuteFunctions, IExecutePaginationFunctions } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { OWN_ITEM } from '../input/badInput';
import { type Ledger, randomOwnId } from '../send/ledger';
import { itemParameters } from './itemParameters';

/** The context of an operation's functions: n8n's, bound to one input item. */
export type Item = IExecutePaginationFunctions;

/**
 * The input items of a node's run, as n8n passes them to the functions of a declarative operation.
 */
export function itemsOf(context: IExecuteFunctions, ledger?: Ledger): Item[] {
	const { data } = context.getExecuteData();
	const input =
		'main' in data ? context.getInputData() : context.getInputData(0, NodeConnectionTypes.AiTool);
	const read = itemParameters(context, input);
	// n8n copies the node on every call, including all parameters.
	const node = context.getNode();
	return input.map((data, itemIndex) =>
		Object.create(context, {
			[OWN_ITEM]: {
				value: (receiver?: string) => ledger?.ownId(itemIndex, receiver) ?? randomOwnId(),
			},
			getItemIndex: { value: () => itemIndex },
			getNode: { value: () => node },
			getNodeParameter: {
				value: (name: string, fallback?: unknown, options?: { extractValue?: boolean }) =>
					read(name, itemIndex, fallback, options),
			},
			getInputData: { value: () => data },
			helpers: { get: () => itemHelpers(context, itemIndex) },
		}),
	) as Item[];
}

/** The one item that n8n's engine passes. */
export function itemOf(context: IExecutePaginationFunctions): Item {
	return Object.create(context, { [OWN_ITEM]: { value: randomOwnId } }) as Item;
}

function itemHelpers({ helpers }: IExecuteFunctions, itemIndex: number): object {
	return Object.create(helpers, {
		assertBinaryData: {
			value: (name: string) => helpers.assertBinaryData(itemIndex, name),
		},
		getBinaryDataBuffer: {
			value: async (name: string) => await helpers.getBinaryDataBuffer(itemIndex, name),
		},
	}) as object;
}
