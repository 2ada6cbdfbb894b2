import type { INodeProperties, INodePropertyOptions, PreSendAction } from 'n8n-workflow';

import { joined } from '../../nodes/shared/description/joined';
import { resource } from '../../nodes/shared/description/resource';
import { without } from '../../nodes/shared/without';
import { resources as ofLox24 } from '../../nodes/Lox24/resources';
import { resources as ofVoipNow } from '../../nodes/VoipNow/resources';

const field = (name: string, more: Partial<INodeProperties> = {}): INodeProperties => ({
	displayName: name,
	name,
	type: 'string',
	default: '',
	...more,
});

const nodeWith = (operations: Record<string, Record<string, INodeProperties[]>>) =>
	Object.entries(operations).flatMap(([name, byOperation]) => {
		const all = Object.entries(byOperation).map(([value, fields]) => ({
			name: value,
			value,
			fields,
		}));
		return resource(name, all, '');
	});

/** The fields of each operation in their order, without where they are shown. */
function fieldsByOperation(properties: INodeProperties[]) {
	const selectors = properties.filter(({ name }) => name === 'operation');
	return selectors.flatMap(({ displayOptions, options }) =>
		(options as INodePropertyOptions[]).map(({ value }) => {
			const of = displayOptions!.show!.resource![0];
			const fields = properties
				.filter(({ displayOptions: { show = {} } = {} }) => {
					const { resource: resources = [of], operation: operations = [value] } = show;
					return resources.includes(of) && operations.includes(value);
				})
				.map(({ displayOptions: { show, ...others } = {}, ...bare }) => {
					const conditions = without(show ?? {}, ['resource', 'operation']);
					return { ...bare, others, conditions };
				});
			return { of: `${String(of)} ${String(value)}`, fields };
		}),
	);
}

const placesOf = (properties: INodeProperties[], wanted: string) =>
	properties
		.filter(({ name }) => name === wanted)
		.map(({ displayOptions }) => displayOptions!.show!);

describe('fields that operations have in common are joined', () => {
	test.each([
		{ node: 'LOX24', properties: ofLox24 },
		{ node: 'VoipNow', properties: ofVoipNow },
	])('$node: each operation keeps its fields, in their order', ({ properties }) => {
		const once = joined(properties);
		expect(once.length).toBeLessThan(0.6 * properties.length);
		expect(fieldsByOperation(once)).toEqual(fieldsByOperation(properties));
	});

	test('across resources, if no other operation would get them', () => {
		const limit = field('limit');
		const once = joined(
			nodeWith({
				sms: { get: [field('id')], getAll: [limit] },
				bulk: { getAll: [limit], getRequests: [limit] },
				group: { getAll: [limit], getRequests: [], get: [field('id')] },
			}),
		);
		expect(placesOf(once, 'limit')).toEqual([
			{ resource: ['sms', 'bulk'], operation: ['getAll', 'getRequests'] },
			{ resource: ['group'], operation: ['getAll'] },
		]);
		expect(placesOf(once, 'id')).toEqual([{ resource: ['sms', 'group'], operation: ['get'] }]);
	});

	test("an operation that a resource does not have is in nobody's way", () => {
		const options = field('options');
		const once = joined(
			nodeWith({ sms: { get: [options] }, bulk: { get: [options], cancel: [options] } }),
		);
		expect(placesOf(once, 'options')).toEqual([
			{ resource: ['sms', 'bulk'], operation: ['get', 'cancel'] },
		]);
	});

	test('what differs stays apart: a text, a condition, a function that looks the same', () => {
		const prepare = (): PreSendAction => async (request) => request;
		const sending = () => field('c', { routing: { send: { preSend: [prepare()] } } });
		const properties = nodeWith({
			sms: {
				get: [field('a'), field('b', { displayOptions: { show: { a: ['1'] } } }), sending()],
				getAll: [field('a', { description: 'Other' }), field('b'), sending()],
			},
		});
		expect(joined(properties)).toEqual(properties);
	});

	test('in opposite orders only one of two fields can be joined', () => {
		const [a, b] = [field('a'), field('b')];
		const properties = nodeWith({ sms: { get: [a, b], getAll: [b, a] } });
		const once = joined(properties);
		expect(fieldsByOperation(once)).toEqual(fieldsByOperation(properties));
		expect(once).toHaveLength(4);
	});
});

describe('what a field makes of the response belongs to its operation', () => {
	const ofOperation = jest.fn();
	const ofField = jest.fn();

	test('after what the operation makes of it', () => {
		const output = { postReceive: [ofField] };
		const [{ options }, simplify] = resource(
			'sms',
			[
				{
					name: 'Get',
					value: 'get',
					routing: { output: { postReceive: [ofOperation] } },
					fields: [field('simplify', { routing: { output } })],
				},
			],
			'get',
		);
		expect(options).toEqual([
			{ name: 'Get', value: 'get', routing: { output: { postReceive: [ofOperation, ofField] } } },
		]);
		expect(simplify).not.toHaveProperty('routing');
	});

	test('unless the field is shown only sometimes', () => {
		const routing = { output: { postReceive: [ofField] } };
		const displayOptions = { show: { output: ['file'] } };
		const [{ options }, file] = resource(
			'sms',
			[{ name: 'Get', value: 'get', fields: [field('file', { routing, displayOptions })] }],
			'get',
		);
		expect(options).toEqual([{ name: 'Get', value: 'get' }]);
		expect(file).toHaveProperty('routing', routing);
	});
});
