import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { INodePropertyOptions } from 'n8n-workflow';
import { parse } from 'yaml';

import { createBatchRequest } from '../../nodes/Lox24/resources/phone/createBatch';
import { resources as lox24Resources } from '../../nodes/Lox24/resources';
import { deliveryCodes, statusCodes } from '../../nodes/Lox24/resources/sms/codes';
import { smsFilters } from '../../nodes/Lox24/resources/sms/filters';
import { eventType } from '../../nodes/VoipNow/resources/phoneCallEvent/fields';
import { resources as voipNowResources } from '../../nodes/VoipNow/resources';

interface Operation {
	operationId: string;
	parameters?: Array<{ $ref?: string; name?: string; in?: string; schema?: { $ref?: string } }>;
}

interface Contract {
	paths: Record<string, Record<string, Operation>>;
	components: {
		parameters: Record<string, NonNullable<Operation['parameters']>[number]>;
		schemas: Record<string, { enum?: unknown[] }>;
	};
}

function contractOf(file: string): Contract {
	return parse(readFileSync(join(__dirname, '../../sandbox/openapi', file), 'utf8')) as Contract;
}

const METHODS = ['get', 'post', 'put', 'delete'];

/** `PUT /bulks/{}/cancel`: the names of the placeholders differ between API and nodes. */
function endpoint(method: string, path: string): string {
	return `${method.toUpperCase()} ${path.replace(/\{\w+\}/g, '{}')}`;
}

function endpointsOf({ paths }: Contract, prefix = ''): Map<string, string> {
	return new Map(
		Object.entries(paths).flatMap(([path, operations]) =>
			Object.entries(operations)
				.filter(([method]) => METHODS.includes(method))
				.map(([method, { operationId }]): [string, string] => [
					endpoint(method, path.replace(prefix, '')),
					operationId,
				]),
		),
	);
}

function endpointsOfNode(resources: typeof lox24Resources): string[] {
	return resources
		.filter(({ name }) => name === 'operation')
		.flatMap(({ options }) => options as INodePropertyOptions[])
		.map(({ value, routing }) => {
			const request = value === 'createBatch' ? createBatchRequest : routing!.request!;
			return endpoint(request.method!, request.url!);
		});
}

const lox24 = contractOf('lox24.yaml');
const voipNow = contractOf('voipnow.yaml');

/** What the contract has and the nodes do not have, by reason. */
const LEFT_OUT = [
	{
		reason: 'the first version of the nodes has the five pages that started the project',
		operations: [
			...['groups.list', 'groups.create', 'groups.get', 'groups.update', 'groups.delete'],
			...['groups.phones.list', 'groups.phones.create', 'phones.get', 'phones.delete'],
			...['sms.list', 'sms.send', 'sms.dryrun', 'sms.get', 'sms.delete', 'sms.batchDelete'],
			...['bulks.list', 'bulks.create', 'bulks.get', 'bulks.delete', 'bulks.status'],
			...['phoneCallEvents.list', 'phoneCallEvents.listOfType', 'phoneCallEvents.get'],
			...['phoneCallEvents.create', 'phoneCallEvents.deleteAll', 'phoneCallEvents.deleteOfType'],
			'phoneCallEvents.delete',
		],
	},
	{
		reason: 'only the test of the credential reads it so far',
		operations: ['me.get', 'presence.list'],
	},
];

describe('nodes and contract match', () => {
	const pairs = [
		{ name: 'LOX24', contract: endpointsOf(lox24), node: endpointsOfNode(lox24Resources) },
		{
			name: 'VoipNow',
			contract: endpointsOf(voipNow, '/uapi'),
			node: endpointsOfNode(voipNowResources),
		},
	];

	test.each(pairs)(
		'$name: every operation of the node is in the contract',
		({ contract, node }) => {
			expect([...contract.keys()]).toEqual(expect.arrayContaining(node));
			expect(new Set(node).size).toBe(node.length);
		},
	);

	test('every operation of the contract is in a node, or left out for a reason', () => {
		const missing = pairs.flatMap(({ contract, node }) =>
			[...contract].filter(([one]) => !node.includes(one)).map(([, operationId]) => operationId),
		);
		expect(missing.sort()).toEqual(LEFT_OUT.flatMap(({ operations }) => operations).sort());
	});
});

describe('batch cancel takes the filters of the contract', () => {
	const parameters = lox24.paths['/sms/ops/batch_cancel'].post.parameters!.map(
		({ $ref }) => lox24.components.parameters[$ref!.split('/').pop()!],
	);

	test('all of them, apart from gt and lt', () => {
		const sent = filterProperties.flatMap((property) => {
			// One value goes out as the exact form, see toWireQuery.
			if (property.endsWith('[]')) return [property, property.slice(0, -2)];
			if (property.endsWith('[lte]')) return [property, property.replace('[lte]', '[between]')];
			return [property];
		});
		// All ranges are whole numbers: "more than 5" is "from 6".
		const expected = parameters.map(({ name }) => name!).filter((name) => !/\[[gl]t\]$/.test(name));
		expect([...new Set(sent)].sort()).toEqual(expected.sort());
	});

	const filterProperties = smsFilters.flatMap(({ routing, options = [] }) => [
		...(routing?.send?.property ? [routing.send.property] : []),
		...options
			.flatMap((option) => ('values' in option ? option.values : []))
			.map((value) => value.routing!.send!.property!),
	]);

	test.each([
		{ name: 'status_code', options: statusCodes },
		{ name: 'dlr_code', options: deliveryCodes },
	])('the codes of $name are those of the contract', ({ name, options }) => {
		const { schema } = parameters.find((parameter) => parameter.name === name)!;
		const { enum: codes } = lox24.components.schemas[schema!.$ref!.split('/').pop()!];
		expect(options.map(({ value }) => value).sort()).toEqual([...codes!].sort());
	});
});

test('the event types are 0 to 4, as the reference has them', () => {
	const values = (eventType.options as INodePropertyOptions[]).map(({ value }) => value);
	expect(values.sort()).toEqual(['0', '1', '2', '3', '4']);
});
