import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { parse } from 'yaml';

import { resources as lox24Resources } from '../../nodes/Lox24/resources';
import { paymentStatuses, paymentTypes } from '../../nodes/Lox24/fields/accountingCodes';
import { blockedNumberFilters } from '../../nodes/Lox24/resources/blockedNumber/filters';
import { bulkFilters, bulkStatusCodes } from '../../nodes/Lox24/resources/bulk/filters';
import {
	clickFilters,
	linkClickFilters,
	smsClickRequestFilters,
} from '../../nodes/Lox24/fields/clickFilters';
import { documentFilters } from '../../nodes/Lox24/fields/documentFilters';
import {
	fraudCheckFilters,
	fraudCheckStatusCodes,
} from '../../nodes/Lox24/resources/fraudCheck/filters';
import { incomingFilters } from '../../nodes/Lox24/resources/incoming/filters';
import { paymentFilters } from '../../nodes/Lox24/resources/payment/filters';
import { shortLinkFilters } from '../../nodes/Lox24/resources/shortLink/filters';
import { campaignFilters } from '../../nodes/Lox24/resources/shortLinkCampaign/filters';
import { deliveryCodes, statusCodes } from '../../nodes/Lox24/resources/sms/codes';
import { smsFilters } from '../../nodes/Lox24/resources/sms/filters';
import { smsClickFilters } from '../../nodes/Lox24/resources/smsClick/filters';
import { lox24 as lox24Service } from '../../nodes/Lox24/api/service';
import {
	callStatuses,
	dispositions,
	flows,
	presenceStatuses,
	registrations,
} from '../../nodes/VoipNow/codes';
import { eventType } from '../../nodes/VoipNow/resources/phoneCallEvent/fields';
import { resources as voipNowResources } from '../../nodes/VoipNow/resources';

interface Operation {
	operationId: string;
	parameters?: Array<{
		$ref?: string;
		name?: string;
		in?: string;
		schema?: { $ref?: string; enum?: unknown[] };
	}>;
}

interface Contract {
	paths: Record<string, Record<string, Operation>>;
	components: {
		parameters: Record<string, NonNullable<Operation['parameters']>[number]>;
		schemas: Record<
			string,
			{ enum?: unknown[]; properties?: Record<string, { enum?: unknown[] }> }
		>;
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

function operationsOf(resources: typeof lox24Resources): INodePropertyOptions[] {
	return resources
		.filter(({ name }) => name === 'operation')
		.flatMap(({ options }) => options as INodePropertyOptions[]);
}

/** Operations of a node that have several endpoints, apart from the one they are declared with. */
const FURTHER: Record<string, string[]> = {
	// Whose calls and how much to delete or hang up is a choice within the operation.
	'GET /cdr/{}': ['GET /cdr'],
	'GET /extensions/{}/{}/phoneCallEvents': ['GET /extensions/{}/{}/phoneCallEvents/{}'],
	'DELETE /extensions/{}/{}/phoneCallEvents/{}/{}': [
		'DELETE /extensions/{}/{}/phoneCallEvents/{}',
		'DELETE /extensions/{}/{}/phoneCallEvents',
	],
	'DELETE /phoneCalls/{}/{}/{}': ['DELETE /phoneCalls/{}/{}'],
	// The newer form, when a system does not know the older one.
	'POST /extensions/{}/{}/phoneCallEvents': ['POST /extensions/{}/{}/phoneCallEvents/{}'],
};

function requestOf({ routing }: INodePropertyOptions) {
	return routing!.request!;
}

function endpointsOfNode(resources: typeof lox24Resources): string[] {
	return operationsOf(resources).flatMap((operation) => {
		const { method, url } = requestOf(operation);
		const declared = endpoint(method!, url!);
		return [declared, ...(FURTHER[declared] ?? [])];
	});
}

/** With the fixed part of the body, which tells the actions on a call apart. */
function requestsOfNode(resources: typeof lox24Resources): string[] {
	// Send and Wait sends as Send does.
	const operations = operationsOf(resources).filter(({ value }) => value !== 'sendAndWait');
	return operations.map((operation) => {
		const { method, url } = requestOf(operation);
		const { body = null } = operation.routing?.request ?? {};
		return `${endpoint(method!, url!)} ${JSON.stringify(body)}`;
	});
}

const lox24 = contractOf('lox24.yaml');
const voipNow = contractOf('voipnow.yaml');

/** What the contract has and the nodes do not have, by reason. */
const LEFT_OUT = [
	{
		reason: 'n8n gets the tokens from the addresses in the credential',
		operations: ['oauth.authorize', 'oauth.authorizeForm', 'oauth.token'],
	},
	{
		reason: 'it only says which services there are, and the node knows them',
		operations: ['discovery.get', 'discovery.locate'],
	},
	{
		reason: 'its address comes with the response to a fax, which uses it (voipNowFax.test.ts)',
		operations: ['faxes.upload'],
	},
];

describe('nodes and contract match', () => {
	const pairs = [
		{
			name: 'LOX24',
			contract: endpointsOf(lox24),
			node: endpointsOfNode(lox24Resources),
			requests: requestsOfNode(lox24Resources),
		},
		{
			name: 'VoipNow',
			contract: endpointsOf(voipNow, '/uapi'),
			node: endpointsOfNode(voipNowResources),
			requests: requestsOfNode(voipNowResources),
		},
	];

	test.each(pairs)(
		'$name: every operation of the node is in the contract',
		({ contract, node, requests }) => {
			expect([...contract.keys()]).toEqual(expect.arrayContaining(node));
			expect(new Set(requests).size).toBe(requests.length);
		},
	);

	test('every operation of the contract is in a node, or left out for a reason', () => {
		const missing = pairs.flatMap(({ contract, node }) =>
			[...contract].filter(([one]) => !node.includes(one)).map(([, operationId]) => operationId),
		);
		expect(missing.sort()).toEqual(LEFT_OUT.flatMap(({ operations }) => operations).sort());
	});
});

/** What a list of filters can put on the wire. */
function sentBy(filters: INodeProperties[]): string[] {
	const properties = filters.flatMap(({ routing, options = [] }) => [
		...(routing?.send?.property ? [routing.send.property] : []),
		...options
			.flatMap((option) => ('values' in option ? option.values : []))
			.map((value) => value.routing!.send!.property!),
	]);
	const sent = properties.flatMap((property) => {
		// One value goes out as the exact form, see toWireQuery.
		if (property.endsWith('[]')) return [property, property.slice(0, -2)];
		if (property.endsWith('[lte]')) return [property, property.replace('[lte]', '[between]')];
		return [property];
	});
	return [...new Set(sent)].sort();
}

function parametersOf(path: string, method: string) {
	return (lox24.paths[path][method].parameters ?? [])
		.map((one) => (one.$ref ? lox24.components.parameters[one.$ref.split('/').pop()!] : one))
		.filter((one) => one.in === 'query');
}

function codesOf(path: string, name: string): unknown[] {
	const { schema } = parametersOf(path, 'get').find((parameter) => parameter.name === name)!;
	const { enum: codes } = schema!.$ref
		? lox24.components.schemas[schema!.$ref.split('/').pop()!]
		: schema!;
	return [...codes!].sort();
}

describe('lists and batch operations take the filters of the contract', () => {
	test.each([
		{ path: '/sms', method: 'get', filters: smsFilters },
		{ path: '/sms/ops/batch_cancel', method: 'post', filters: smsFilters },
		{ path: '/sms/ops/batch_delete', method: 'post', filters: smsFilters },
		{ path: '/sms/clicks', method: 'get', filters: smsClickFilters },
		{ path: '/sms/{uuid}/requests', method: 'get', filters: smsClickRequestFilters },
		{ path: '/bulks/{id}/requests', method: 'get', filters: clickFilters },
		{ path: '/short_link_campaigns/{code}/requests', method: 'get', filters: clickFilters },
		{ path: '/short_links/{shortCode}/requests', method: 'get', filters: linkClickFilters },
		{ path: '/short_link_requests', method: 'get', filters: linkClickFilters },
		{ path: '/bulks', method: 'get', filters: bulkFilters },
		{ path: '/incomings', method: 'get', filters: incomingFilters },
		{ path: '/blocked_numbers', method: 'get', filters: blockedNumberFilters },
		{ path: '/fraud-checks', method: 'get', filters: fraudCheckFilters },
		{ path: '/short_link_campaigns', method: 'get', filters: campaignFilters },
		{ path: '/short_links', method: 'get', filters: shortLinkFilters },
		{ path: '/payments', method: 'get', filters: paymentFilters },
		{ path: '/invoices', method: 'get', filters: documentFilters },
		{ path: '/credit_notes', method: 'get', filters: documentFilters },
	])('$method $path: all of them, apart from gt and lt', ({ path, method, filters }) => {
		// A range includes its ends: "more than 5" is "from 6".
		const expected = parametersOf(path, method)
			.map(({ name }) => name!)
			.filter((name) => name !== 'page' && !/\[[gl]t\]$/.test(name));
		expect(sentBy(filters)).toEqual(expected.sort());
	});

	test.each([
		{ path: '/sms', name: 'status_code', options: statusCodes },
		{ path: '/sms', name: 'dlr_code', options: deliveryCodes },
		{ path: '/bulks', name: 'status_code', options: bulkStatusCodes },
		{ path: '/fraud-checks', name: 'status_code', options: fraudCheckStatusCodes },
		{ path: '/payments', name: 'status', options: paymentStatuses },
		{ path: '/payments', name: 'type', options: paymentTypes },
	])('$path: the codes of $name are those of the contract', ({ path, name, options }) => {
		expect(options.map(({ value }) => value).sort()).toEqual(codesOf(path, name));
	});
});

test('LOX24: messages name a field of the path as the editor does', () => {
	for (const [name, { label }] of Object.entries(lox24Service.shapes)) {
		const fields = lox24Resources.filter((property) => property.name === name);
		expect(fields.length).toBeGreaterThan(0);
		expect(new Set(fields.map(({ displayName }) => displayName))).toEqual(new Set([label]));
	}
});

describe('lists of VoipNow take the parameters of the contract', () => {
	/** Return All and Limit take care of these. */
	const PAGING = ['count', 'startIndex'];

	const parametersOfVoipNow = (path: string) =>
		(voipNow.paths[path].get.parameters ?? [])
			.map((one) => (one.$ref ? voipNow.components.parameters[one.$ref.split('/').pop()!] : one))
			.filter((one) => one.in === 'query' && !PAGING.includes(one.name!));

	const filtersOf = (resource: string, operation: string) =>
		voipNowResources.find(
			({ name, displayOptions }) =>
				name === 'filters' &&
				displayOptions?.show?.resource?.includes(resource) &&
				displayOptions.show.operation?.includes(operation),
		)!;

	const inside = (property: INodeProperties): INodeProperties[] =>
		(property.options ?? []).flatMap((option) => {
			if ('values' in option) return option.values;
			return 'type' in option ? [option as INodeProperties, ...inside(option)] : [];
		});

	test.each([
		// Comparing is documented for some lists only; the contract lets it through everywhere.
		{ resource: 'phoneCallEvent', path: '/phoneCallEvents', more: ['filterOp'] },
		{ resource: 'presence', path: '/presence', more: [] },
		{ resource: 'queueAgent', path: '/queue/agents', more: [] },
	])('$resource', ({ resource, path, more }) => {
		check(filtersOf(resource, 'getAll'), `/uapi/extensions/{userId}/{extension}${path}`, more);
	});

	test.each([
		{ operation: 'getAll', path: '/uapi/cdr' },
		{ operation: 'getAll', path: '/uapi/cdr/{userId}' },
		{ operation: 'getStats', path: '/uapi/cdr/stats/{userId}' },
	])('cdr $path', ({ operation, path }) => {
		check(filtersOf('cdr', operation), path, []);
	});

	function check(filters: INodeProperties, path: string, notOffered: string[]) {
		const offered = inside(filters);
		const names = offered.flatMap(({ routing }) => routing?.send?.property ?? []);
		const known = parametersOfVoipNow(path);
		expect([...names, ...notOffered].sort()).toEqual(known.map(({ name }) => name).sort());
		for (const { name, schema } of known) {
			const choices = offered.find(({ routing }) => routing?.send?.property === name)?.options;
			if (!schema?.enum || !choices) continue;
			const values = choices.map((choice) => ('value' in choice ? choice.value : undefined));
			expect(schema.enum.map(String)).toEqual(expect.arrayContaining(values.map(String)));
		}
	}
});

test('the event types are 0 to 4, as documented', () => {
	const values = (eventType.options as INodePropertyOptions[]).map(({ value }) => value);
	expect(values.sort()).toEqual(['0', '1', '2', '3', '4']);
});

test('the actions on a call are those of the contract', () => {
	const actions = operationsOf(voipNowResources).flatMap(
		({ routing }) => (routing?.request?.body as { action?: string } | undefined)?.action ?? [],
	);
	const { properties } = voipNow.components.schemas.PhoneCallAction;
	expect(actions.sort()).toEqual([...properties!.action.enum!].sort());
});

test.each([
	{ name: 'callStatuses', codes: callStatuses, values: [0, 1, 2, 3, 4, 5] },
	{ name: 'flows', codes: flows, values: [2, 4, 8] },
	{ name: 'dispositions', codes: dispositions, values: [0, 1, 2, 3, 4, 5] },
	{ name: 'presenceStatuses', codes: presenceStatuses, values: [0, 1, 2, 3] },
	{ name: 'registrations', codes: registrations, values: [-1, -2, 0, 1, 2] },
])('the codes of VoipNow are the documented ones: $name', ({ codes, values }) => {
	expect(codes.map(({ value }) => value).sort()).toEqual(values);
});
