import type { IExecuteFunctions, IExecutePaginationFunctions } from 'n8n-workflow';

import { itemParameters } from './itemParameters';

/**
 * The contexts of single items, as n8n gives them to the functions of a declarative operation.
 *
 * @param context of the node's run over all items
 * @returns a function that gives the context for the item of that index
 */
export function itemContexts(
	context: IExecuteFunctions,
): (itemIndex: number) => IExecutePaginationFunctions {
	const read = itemParameters(context);
	// n8n copies the node on every call, with all that its parameters hold.
	const node = context.getNode();
	return (itemIndex) =>
		Object.create(context, {
			getItemIndex: { value: () => itemIndex },
			getNode: { value: () => node },
			getNodeParameter: {
				value: (name: string, fallback?: unknown, options?: { extractValue?: boolean }) =>
					read(name, itemIndex, fallback, options),
			},
			getInputData: {
				value: (...input: Parameters<IExecuteFunctions['getInputData']>) =>
					context.getInputData(...input)[itemIndex],
			},
			helpers: { get: () => itemHelpers(context, itemIndex) },
		}) as IExecutePaginationFunctions;
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
