import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { updateDisplayOptions } from 'n8n-workflow';
import { without } from '../without';

/** An operation in n8n's format, with its fields. */
export interface Operation extends INodePropertyOptions {
	/** Without resource and operation in `displayOptions`; what else they depend on stays there. */
	fields: INodeProperties[];
}

/**
 * A resource in the editor: the choice of its operation, then the fields of each one.
 *
 * @param value of the resource, as it stands in workflows
 * @param operations in the order of their names, which n8n asks for
 * @param preset value of the operation that is chosen at first
 */
export function resource(
	value: string,
	operations: Operation[],
	preset: string,
): INodeProperties[] {
	return [
		{
			displayName: 'Operation',
			name: 'operation',
			type: 'options',
			noDataExpression: true,
			displayOptions: { show: { resource: [value] } },
			options: operations.map(withOutputs),
			default: preset,
		},
		...operations.flatMap(({ value: operation, fields }) =>
			updateDisplayOptions(
				{ show: { resource: [value], operation: [operation] } },
				fields.map((field) => (isAlwaysShown(field) ? withoutOutput(field) : field)),
			),
		),
	];
}

/**
 * What fields make of the response goes to the operation, in their order: without it, fields such
 * as Simplify are the same everywhere (`joined()`).
 */
function withOutputs(operation: Operation): INodePropertyOptions {
	const option = without(operation, ['fields']);
	const { postReceive = [], ...output } = option.routing?.output ?? {};
	const ofFields = operation.fields
		.filter(isAlwaysShown)
		.flatMap(({ routing }) => routing?.output?.postReceive ?? []);
	if (ofFields.length === 0) return option;
	const all = [...postReceive, ...ofFields];
	return { ...option, routing: { ...option.routing, output: { ...output, postReceive: all } } };
}

function isAlwaysShown({ displayOptions }: INodeProperties): boolean {
	return displayOptions === undefined;
}

function withoutOutput(field: INodeProperties): INodeProperties {
	const routing = without(field.routing ?? {}, ['output']);
	const bare = without(field, ['routing']);
	return Object.keys(routing).length > 0 ? { ...bare, routing } : bare;
}
