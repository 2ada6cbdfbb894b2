import type { IExecuteFunctions, IExecutePaginationFunctions, INode } from 'n8n-workflow';

/**
 * The context of one item, as n8n gives it to the functions of a declarative operation.
 *
 * @param context of the node's run over all items
 * @param node of the run; n8n copies it on every call, with all that its parameters hold
 * @param itemIndex the item that parameters and files are read for
 */
export function itemContext(
	context: IExecuteFunctions,
	node: INode,
	itemIndex: number,
): IExecutePaginationFunctions {
	return Object.create(context, {
		getItemIndex: { value: () => itemIndex },
		getNode: { value: () => node },
		getNodeParameter: {
			value: (name: string, fallback?: unknown, options?: object) =>
				context.getNodeParameter(name, itemIndex, fallback, options),
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
