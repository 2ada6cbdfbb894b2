import type {
	IDataObject,
	IExecuteFunctions,
	IExecutePaginationFunctions,
	INode,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';
import { type ExecuteContext, RoutingNode } from 'n8n-core';

import { withoutEmpty } from '../../nodes/shared/input/query';
import { itemsOf } from '../../nodes/shared/request/item';
import { prepareRequest } from '../../nodes/shared/request/build';
import { planRequest, type RequestPlan } from '../../nodes/shared/request/plan';
import { lox24Operations } from './lox24Operations';
import { NODES, run } from './run';
import { voipNowOperations } from './voipNowOperations';

/**
 * The description is n8n's own format, and ours is an interpreter of it: before the checks of the
 * fields, both make the same request.
 */
describe.each([
	{ node: 'lox24' as const, cases: lox24Operations },
	{ node: 'voipNow' as const, cases: voipNowOperations },
])("$node: our interpreter of routing and n8n's RoutingNode", ({ node, cases }) => {
	test.each(cases)('$id', async ({ parameters }) => {
		const nodeType = NODES[node];
		let theirs: IDataObject | undefined;
		let built: INode | undefined;
		// What n8n's engine has built when it hands the item over.
		async function pagination(this: IExecutePaginationFunctions, data: { options: IDataObject }) {
			theirs = data.options;
			built = this.getNode();
			return [];
		}
		const description = { ...nodeType.description, requestOperations: { pagination } };
		const spied: INodeType = {
			description: description as unknown as INodeTypeDescription,
			async execute() {
				return (await new RoutingNode(this as ExecuteContext, spied).runNode()) ?? [];
			},
		};
		await run({ node: spied, parameters, url: 'http://127.0.0.1:9' });

		const plan = planRequest(built!, nodeType.description.properties);
		const [item] = itemsOf(contextOf(built!));
		const unchecked = { ...plan, preSend: [], fields: plan.fields.map(asGiven) };
		const ours = await prepareRequest(unchecked, item, {});
		const [one, other] = [ours, theirs!].map(({ method, url, qs, body }) => ({
			method,
			url,
			// What is empty is not even put in its place here.
			qs: withoutEmpty(qs as IDataObject),
			body: withoutEmpty(body as IDataObject),
		}));
		expect(one).toEqual(other);
	});
});

type Field = RequestPlan['fields'][number];

/** Without the readers of values, which n8n's engine does not know. */
function asGiven(field: Field): Field {
	return { ...field, reader: (value) => value, inside: field.inside.map(asGiven) };
}

function contextOf(node: INode): IExecuteFunctions {
	return {
		getNode: () => node,
		getExecuteData: () => ({ data: { main: [] } }),
		getInputData: () => [{ json: { id: 0 } }],
		getNodeParameter: (name: string, _index: number, fallback: unknown) =>
			node.parameters[name] ?? fallback,
	} as unknown as IExecuteFunctions;
}
