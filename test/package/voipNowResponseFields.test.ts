import type { INodePropertyOptions } from 'n8n-workflow';

import { inOneForm } from '../../nodes/VoipNow/codes';
import { resources } from '../../nodes/VoipNow/resources';
import { leftOutOf, outputOf, placesIn, responsesOf, type Schema } from './responseFields';

interface Row {
	operations: RegExp;
	places: string[];
	reason: string;
}

/** What the simplified fields leave out; without Simplify it comes out. */
const LEFT_OUT: Row[] = [
	{
		operations: /^(phoneCalls|cdr)\.(?!stats)/,
		places: ['ownerId', 'ownerName'],
		reason: 'the organization, which is the same for all calls of a user',
	},
	{
		operations: /^(phoneCalls|phoneCallEvents|cdr)\.(?!stats|delete)/,
		places: ['links.self'],
		reason: 'the address in the API; it follows from the ID, and for events it is wrong',
	},
];

/** Not even without Simplify. */
const NEVER: Row[] = [
	{
		operations: /^phoneCalls\./,
		places: ['phoneCallView.[].callerId'],
		reason: 'the same field as callerID; a party has one of the spellings, either is shown',
	},
];

/** Responses of no operation by this address, and where they are looked at. */
const ELSEWHERE = {
	'phoneCallEvents.listOfType': 'the list with another address, chosen by a filter',
	'phoneCallEvents.createWithType': 'the other form of create: voipNowEvents.test.ts',
	'phoneCallEvents.deleteAll': 'a choice of delete',
	'phoneCallEvents.deleteOfType': 'a choice of delete',
	'phoneCalls.hangUpAll': 'a choice of hang up',
	'cdr.list': 'the list of @me',
	'faxes.create': 'its output needs the files that were sent: voipNowFax.test.ts',
	'oauth.token': 'of the credential',
};

/** The operations of the node that show the response of an endpoint. */
function operationsAt(endpoint: string): Array<{ resource: string; operation: string }> {
	return resources
		.filter(({ name }) => name === 'operation')
		.flatMap(({ displayOptions, options }) =>
			(options as INodePropertyOptions[])
				.filter(({ routing }) => {
					const { method, url } = routing!.request!;
					return `${method} /uapi${url!.replace(/\{\w+\}/g, '{}')}` === endpoint;
				})
				.map(({ value }) => ({
					resource: (displayOptions!.show!.resource as string[])[0],
					operation: String(value),
				})),
		);
}

/** One entry of a list or collection; call records have their IDs as keys. */
function entryOf(schema: Schema): Schema {
	const { items, allOf = [], oneOf } = schema;
	if (items) return items;
	if (oneOf) return entryOf(oneOf[0]);
	const entry = [schema, ...allOf]
		.map((part) => part.properties?.entry)
		.find((one) => one?.items ?? one?.oneOf);
	const keyed = entry?.oneOf?.find(({ additionalProperties }) => additionalProperties);
	return entry?.items ?? (keyed?.additionalProperties as Schema) ?? schema;
}

/** A schema for each form that its fields can have. */
function formsOf(schema: Schema): Schema[] {
	const several = Object.entries(schema.properties ?? {}).find(([, { oneOf }]) =>
		oneOf?.some(({ type }) => type === 'array'),
	);
	if (!several) return [schema];
	const [name, { oneOf }] = several;
	return oneOf!.map((one) => ({ ...schema, properties: { ...schema.properties, [name]: one } }));
}

/** As the reader of lists gives it on. */
const asRead = (json: unknown) => inOneForm([json]);

describe('VoipNow: no property of a response vanishes unseen', () => {
	const responses = responsesOf('voipnow.yaml');
	const shown = responses
		.filter(({ operationId }) => !(operationId in ELSEWHERE))
		.flatMap(({ operationId, endpoint, schema }) =>
			operationsAt(endpoint).flatMap((parameters) =>
				formsOf(entryOf(schema)).map((entry) => ({ operationId, entry, ...parameters })),
			),
		);
	const listed = (rows: Row[], operationId: string, places: string[]) =>
		rows
			.filter(({ operations }) => operations.test(operationId))
			.flatMap((row) => row.places)
			.filter((place) => places.includes(place))
			.sort();
	const namesIn = (entry: Schema) => placesIn(entry).map((place) => place.join('.'));

	test('each response belongs to an operation, or is looked at elsewhere', () => {
		const without = responses.filter(({ endpoint }) => operationsAt(endpoint).length === 0);
		const known = Object.keys(ELSEWHERE).filter((id) => id !== 'faxes.create');
		expect(without.map(({ operationId }) => operationId).sort()).toEqual(known.sort());
		expect(shown.length).toBeGreaterThan(25);
	});

	test.each(shown)(
		'$resource: $operation: each one is in the simplified fields, or left out for a reason',
		async ({ operationId, entry, resource, operation }) => {
			const output = outputOf(resources, { resource, operation });
			const left = await leftOutOf(async (json) => await output(asRead(json)), entry);
			const rows = [...LEFT_OUT, ...NEVER];
			expect(left.sort()).toEqual(listed(rows, operationId, namesIn(entry)));
		},
	);

	test('without Simplify all of it comes out', async () => {
		for (const { operationId, entry, resource, operation } of shown) {
			const output = outputOf(resources, { resource, operation, simplify: false });
			const left = await leftOutOf(async (json) => await output(asRead(json)), entry);
			const never = listed(NEVER, operationId, namesIn(entry));
			expect([operation, left.sort()]).toEqual([operation, never]);
		}
	});

	test('each leg of a call record says the same as the call', async () => {
		const [{ entry }] = shown.filter(({ operationId }) => operationId === 'cdr.listOfUser');
		const parameters = { resource: 'cdr', operation: 'getAll', output: 'leg' };
		const output = outputOf(resources, parameters);
		const left = await leftOutOf(async (json) => await output(asRead(json)), entry);
		expect(left.sort()).toEqual(listed(LEFT_OUT, 'cdr.listOfUser', namesIn(entry)));
	});

	test('each row of the lists stands for something', () => {
		for (const { operations, places } of [...LEFT_OUT, ...NEVER]) {
			const known = shown.filter(({ operationId }) => operations.test(operationId));
			expect(known.flatMap(({ entry }) => namesIn(entry))).toEqual(expect.arrayContaining(places));
		}
	});
});
