import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { INodeProperties, INodePropertyCollection, INodePropertyOptions } from 'n8n-workflow';
import { parse } from 'yaml';

import { resources } from '../../nodes/Lox24/resources';
import { toSnakeCase } from '../../nodes/Lox24/api/labels';

interface RequestBody {
	$ref?: string;
	content?: Record<string, { schema: BodySchema }>;
}

interface Operation {
	operationId: string;
	requestBody?: RequestBody;
}

interface BodySchema {
	$ref?: string;
	'x-row-schema'?: string;
	properties?: Record<string, BodySchema>;
	items?: BodySchema;
}

const contract = parse(
	readFileSync(join(__dirname, '../../sandbox/openapi/lox24.yaml'), 'utf8'),
) as {
	paths: Record<string, Record<string, Operation>>;
	components: {
		requestBodies: Record<string, RequestBody>;
		schemas: Record<string, BodySchema>;
	};
};

const METHODS = ['get', 'post', 'put', 'delete'];

/** `PUT /groups/{}`: the names of the placeholders differ between API and node. */
function endpoint(method: string, path: string): string {
	return `${method.toUpperCase()} ${path.replace(/\{\w+\}/g, '{}')}`;
}

/** `name`, `address.city` or `phones[].a`: every place in a body that a value can have. */
function placesIn(schema: BodySchema, place = ''): string[] {
	// Rows are checked one by one, see the contract of the batch.
	if (schema['x-row-schema']) return placesIn({ $ref: schema['x-row-schema'] }, `${place}[]`);
	if (schema.$ref) {
		const name = schema.$ref.split('/').pop()!;
		return placesIn(contract.components.schemas[name], place);
	}
	if (schema.properties) {
		return Object.entries(schema.properties).flatMap(([name, inside]) =>
			placesIn(inside, place ? `${place}.${name}` : name),
		);
	}
	const inside = schema.items ? placesIn(schema.items, `${place}[]`) : [];
	// A list of plain values has no places of its own.
	return inside.some((one) => one !== `${place}[]`) ? inside : [place];
}

/** What the fields of an operation can put into the body. */
function placesOf(fields: INodeProperties[]): string[] {
	return fields.flatMap(({ routing, options = [], type }) => {
		const { type: to, property } = routing?.send ?? {};
		const groups = options.flatMap((option) => ('values' in option ? option.values : []));
		// Such a list has no routing for its fields: a function in preSend writes it.
		if (to === 'body' && groups.length > 0) {
			return groups.map(({ name }) => `${property}[].${toSnakeCase(name)}`);
		}
		const singles = options.filter((option): option is INodeProperties => 'type' in option);
		const inside = type === 'options' ? [] : placesOf([...singles, ...groups]);
		return to === 'body' && property ? [property, ...inside] : inside;
	});
}

/** Parts of a body that the node does not send, by operation. */
const NOT_SENT: Array<{ operations: string[]; places: string[]; reason: string }> = [
	{
		operations: ['groups.create', 'groups.update'],
		places: ['id', 'count_items'],
		reason: 'only read: one version of the page lists them, LOX24 sets them itself',
	},
	{
		operations: ['groups.update'],
		places: ['a', 'b', 'c', 'd', 'e', 'callback_data', 'phone'].map((name) => `phones[].${name}`),
		reason:
			'whether they would replace the entries of the group is not documented; Create Batch adds',
	},
];

describe('LOX24: bodies hold what the contract has, no less and no more', () => {
	const operations = resources
		.filter(({ name }) => name === 'operation')
		.flatMap(({ displayOptions, options }) => {
			const [resource] = displayOptions!.show!.resource as string[];
			return (options as INodePropertyOptions[]).map((operation) => ({ resource, operation }));
		});
	const schemaOf = ({ requestBody }: Operation): BodySchema | undefined => {
		const name = requestBody?.$ref?.split('/').pop();
		const { content } = name ? contract.components.requestBodies[name] : (requestBody ?? {});
		return content?.['application/json'].schema;
	};
	const bodies = Object.entries(contract.paths).flatMap(([path, methods]) =>
		METHODS.flatMap((method) => {
			const schema = methods[method] && schemaOf(methods[method]);
			if (!schema) return [];
			const { operationId } = methods[method];
			return [{ operationId, schema, at: endpoint(method, path) }];
		}),
	);
	const fieldsAt = (at: string) => {
		const { resource, operation } = operations.find((one) => {
			const { routing } = one.operation;
			const { method, url } = routing!.request!;
			return endpoint(method!, url!) === at;
		})!;
		return resources.filter(
			({ displayOptions: { show } = {} }) =>
				show?.resource?.includes(resource) && show.operation?.includes(operation.value as string),
		);
	};

	test('there is something to compare', () => {
		expect(bodies).toHaveLength(17);
	});

	test.each(bodies)('$operationId', ({ operationId, schema, at }) => {
		const left = NOT_SENT.filter((one) => one.operations.includes(operationId));
		const known = placesIn(schema);
		const notSent = left.flatMap(({ places }) => places);
		expect(known).toEqual(expect.arrayContaining(notSent));
		const fields = fieldsAt(at);
		const sent =
			operationId === 'groups.phones.batch'
				? (fields.find(({ name }) => name === 'phones')!.options as INodePropertyCollection[])
						.flatMap(({ values }) => values)
						.map(({ name }) => `[].${toSnakeCase(name)}`)
				: placesOf(fields);
		expect([...new Set([...sent, ...notSent])].sort()).toEqual(known.sort());
	});
});
