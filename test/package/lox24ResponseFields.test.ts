import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { resources } from '../../nodes/Lox24/resources';
import { simplify } from '../../nodes/shared/description/simplify';
import { leftOutOf, outputOf, placesIn, responsesOf, type Schema } from './responseFields';

/** Of a message or a bulk, not of the clicks on its links. */
const MESSAGES = /^(sms|bulks)\.(?!requests|clicks)/;

/** What the simplified fields leave out; without Simplify all of it comes out. */
const LEFT_OUT: Array<{ operations: RegExp; places: string[]; reason: string }> = [
	{
		operations: MESSAGES,
		places: ['source', 'is_unicode', 'voice_lang', 'is_text_deleted'],
		reason: 'settings that the message was given',
	},
	{
		operations: MESSAGES,
		places: ['ip', 'key_id'],
		reason: 'who made it; for finding out about misuse',
	},
	{
		operations: /^sms\.(list|send|dryrun|get)$/,
		places: ['service_code', 'chars_count', 'iso2'],
		reason: 'known from text and number; what is charged is parts_count and price',
	},
	{
		operations: /^sms\.(list|send|dryrun|get)$/,
		places: ['is_sent', 'requests', 'clicks'],
		reason: 'status and gateway_sent_at say whether it is sent; the paths follow from the ID',
	},
	{
		operations: /^bulks\./,
		places: ['phones.[]', 'msg_groups.[]'],
		reason: 'there may be thousands of them',
	},
	{
		operations: /requests/i,
		places: [
			...['user_agent', 'browser_version', 'os_version', 'software_type', 'hardware_type'],
			'type',
		],
		reason: 'browser and os say the most of it; no meaning of the type is documented',
	},
	{
		operations: /^verifyCodes\.(list|get)$/,
		places: ['code'],
		reason: 'a secret; only Create shows it, for the comparison',
	},
	{
		operations: /^verifyCodes\./,
		places: [
			...['user_id', 'code_length', 'lang', 'is_code_deleted'],
			...['channel', 'timeout_sec', 'sender_id', 'template'].map(
				(name) => `routing_strategy.[].${name}`,
			),
		],
		reason: 'settings that the code was given',
	},
	{
		operations: /^verifyCodes\./,
		places: ['id', 'channel', 'status', 'processed_at', 'external_id'].map(
			(name) => `history.[].${name}`,
		),
		reason: 'status and delivered_channel say how it ended',
	},
	{
		operations: /^payments\./,
		places: ['vat_val', 'fee_val'],
		reason: 'parts of the amount',
	},
	{
		operations: /^(invoices|creditNotes)\./,
		places: [
			...['client_name', 'client_address', 'client_info', 'vat_id', 'iso2', 'custom_text'],
			...['vat', 'fee', 'fee_val'],
		],
		reason: 'what is printed on the document; its amounts are there',
	},
];

/** Their output is made by an operation of its own, which phoneBatch.test.ts looks at. */
const ELSEWHERE = ['groups.phones.batch'];

/** The operations of the node that show the response of an endpoint. */
function operationsAt(endpoint: string): Array<{ resource: string; operation: string }> {
	return resources
		.filter(({ name }) => name === 'operation')
		.flatMap(({ displayOptions, options }) =>
			(options as INodePropertyOptions[])
				.filter(({ routing }) => {
					const { method, url } = routing!.request!;
					return `${method} ${url!.replace(/\{\w+\}/g, '{}')}` === endpoint;
				})
				.map(({ value }) => ({
					resource: (displayOptions!.show!.resource as string[])[0],
					operation: String(value),
				})),
		);
}

/** Lists come as an array; the places are those of an entry. */
function entryOf(schema: Schema): Schema {
	return schema.type === 'array' && schema.items ? schema.items : schema;
}

describe('LOX24: no property of a response vanishes unseen', () => {
	const responses = responsesOf('lox24.yaml').filter(
		({ operationId }) => !ELSEWHERE.includes(operationId),
	);
	const shown = responses.flatMap(({ operationId, endpoint, schema }) =>
		operationsAt(endpoint).map((parameters) => ({ operationId, schema, parameters })),
	);
	const listed = (operationId: string, places: string[]) =>
		LEFT_OUT.filter(({ operations }) => operations.test(operationId))
			.flatMap((row) => row.places)
			.filter((place) => places.includes(place));

	test('there is something to look at', () => {
		expect(shown.length).toBeGreaterThan(45);
	});

	test.each(shown)(
		'$operationId: each one is in the simplified fields, or left out for a reason',
		async ({ operationId, schema, parameters }) => {
			const entry = entryOf(schema);
			const output = outputOf(resources, parameters);
			const left = await leftOutOf(async (json) => await output([json]), entry);
			const places = placesIn(entry).map((place) => place.join('.'));
			expect(left.sort()).toEqual(listed(operationId, places).sort());
		},
	);

	test('without Simplify all of it comes out', async () => {
		for (const { operationId, schema, parameters } of shown) {
			const entry = entryOf(schema);
			const output = outputOf(resources, { ...parameters, simplify: false });
			const left = await leftOutOf(async (json) => await output([json]), entry);
			expect([operationId, left]).toEqual([operationId, []]);
		}
	});

	test('each row of the list stands for something', () => {
		for (const { operations, places } of LEFT_OUT) {
			const known = responses
				.filter(({ operationId }) => operations.test(operationId))
				.flatMap(({ schema }) => placesIn(entryOf(schema)).map((place) => place.join('.')));
			expect(known).toEqual(expect.arrayContaining(places));
		}
	});
});

describe('the walk itself', () => {
	const properties: INodeProperties[] = [
		simplify({ keep: ['id', 'price', 'parts'], times: ['price'] }),
	];
	const schema: Schema = {
		allOf: [
			{ properties: { id: { type: 'string' }, isNew: { type: 'boolean' } } },
			{
				properties: {
					price: { type: ['number', 'null'] },
					kind: { enum: [1, 2, null] },
					parts: { oneOf: [{ type: 'null' }, { properties: { city: { type: 'string' } } }] },
					tags: { type: 'array', items: { properties: { name: { type: 'string' } } } },
				},
			},
		],
	};

	test('finds places inside of objects, lists and alternatives', () => {
		expect(placesIn(schema).map((place) => place.join('.'))).toEqual([
			...['id', 'isNew', 'price', 'kind', 'parts.city', 'tags.[].name'],
		]);
	});

	test('names what does not come out, whatever its type', async () => {
		expect(await leftOutOf(outputOf(properties, {}), schema)).toEqual([
			...['isNew', 'kind', 'tags.[].name'],
		]);
		expect(await leftOutOf(outputOf(properties, { simplify: false }), schema)).toEqual([]);
	});
});
