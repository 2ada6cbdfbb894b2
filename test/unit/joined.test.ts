import type {
	INodeParameters,
	INodeProperties,
	INodePropertyOptions,
	PreSendAction,
} from 'n8n-workflow';

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

/** The fields of each operation in their order, as n8n shows them, and when they are shown. */
function fieldsByOperation(properties: INodeProperties[]) {
	const selectors = properties.filter(({ name }) => name === 'operation');
	return selectors.flatMap(({ displayOptions, options }) =>
		(options as INodePropertyOptions[]).map(({ value }) => {
			const chosen = { resource: displayOptions!.show!.resource![0], operation: value };
			const fields = fieldsOf(properties, chosen, '').map((field) =>
				field.type === 'collection'
					? { ...field, options: fieldsOf(field.options as INodeProperties[], chosen, '/') }
					: field,
			);
			return { chosen, fields };
		}),
	);
}

/** @param prefix of names that stand for fields of the node */
function fieldsOf(fields: INodeProperties[], chosen: INodeParameters, prefix: string) {
	const [resource, operation] = [`${prefix}resource`, `${prefix}operation`];
	return fields
		.filter(({ displayOptions: { show = {} } = {} }) => {
			const isOfResource = show[resource]?.includes(chosen.resource as string) ?? true;
			return isOfResource && (show[operation]?.includes(chosen.operation as string) ?? true);
		})
		.map((field) => {
			const conditions = without(field.displayOptions?.show ?? {}, [resource, operation]);
			return { ...without(field, ['displayOptions']), conditions };
		});
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

	test('options become one list, in which each says which operations it is for', () => {
		const [a, b] = [field('a', { description: 'Long '.repeat(50) }), field('b')];
		const withAll = (...all: INodeProperties[]) => [
			field('options', { type: 'collection', default: {}, options: all }),
		];
		const properties = nodeWith({
			sms: { get: withAll(a), send: withAll(a, b) },
			bulk: { get: withAll(a), cancel: withAll(a, b) },
		});
		const once = joined(properties);
		expect(fieldsByOperation(once)).toEqual(fieldsByOperation(properties));
		const [options, ...more] = once.filter(({ name }) => name === 'options');
		expect(more).toEqual([]);
		expect(options.options).toEqual([
			a,
			{ ...b, displayOptions: { show: { '/operation': ['send', 'cancel'] } } },
		]);
	});

	test.each([
		{ node: 'LOX24', properties: ofLox24 },
		{ node: 'VoipNow', properties: ofVoipNow },
	])('$node: in a collection, one name is one kind of field', ({ properties }) => {
		// When an option is added, n8n's editor takes the default of the first one with that name.
		for (const { type, options } of joined(properties)) {
			if (type !== 'collection') continue;
			const kinds = new Map<string, unknown>();
			for (const option of options as INodeProperties[]) {
				const kind = [option.type, option.default, option.typeOptions];
				expect(kinds.get(option.name) ?? kind).toEqual(kind);
				kinds.set(option.name, kind);
			}
		}
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
