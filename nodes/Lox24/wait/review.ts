import type { IExecuteFunctions, INode } from 'n8n-workflow';

import type { Item } from '../../shared/request/item';

/** How n8n's own text for a human review names the arguments of the tool. */
const ARGUMENTS = /\{\{\s*\$tool\.parameters\s*\}\}/g;

/** Whether the node is the human review in front of a tool of an agent; n8n makes this variant. */
export function isReview({ type }: Pick<INode, 'type'>): boolean {
	return type.endsWith('HitlTool');
}

/**
 * An item whose message shows the arguments of the tool as JSON: in the text that n8n proposes,
 * they would come out as `[object Object]`.
 */
export function withArguments(item: Item, context: IExecuteFunctions): Item {
	if (!isReview(context.getNode())) return item;
	const raw: unknown = context.getNodeParameter('message', 0, '', { rawExpressions: true });
	if (typeof raw !== 'string' || !raw.startsWith('=') || !ARGUMENTS.test(raw)) return item;
	const expression = raw.replace(ARGUMENTS, '{{ JSON.stringify($tool.parameters) }}').slice(1);
	const message = context.evaluateExpression(expression, 0);
	return Object.create(item, {
		getNodeParameter: {
			value: (name: string, ...more: [unknown]) =>
				name === 'message' ? message : item.getNodeParameter(name, ...more),
		},
	}) as Item;
}
