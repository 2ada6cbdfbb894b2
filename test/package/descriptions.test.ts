import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type {
	IDataObject,
	INodeProperties,
	INodePropertyCollection,
	INodePropertyOptions,
} from 'n8n-workflow';
import packageJson from '../../package.json';
import { Lox24 } from '../../nodes/Lox24/Lox24.node';
import { Lox24PollingTrigger } from '../../nodes/Lox24/Lox24PollingTrigger.node';
import lox24PollingTriggerCodex from '../../nodes/Lox24/Lox24PollingTrigger.node.json';
import { Lox24Trigger } from '../../nodes/Lox24/Lox24Trigger.node';
import lox24TriggerCodex from '../../nodes/Lox24/Lox24Trigger.node.json';
import lox24Codex from '../../nodes/Lox24/Lox24.node.json';
import { lox24 } from '../../nodes/Lox24/api/service';
import { VoipNow } from '../../nodes/VoipNow/VoipNow.node';
import voipNowCodex from '../../nodes/VoipNow/VoipNow.node.json';
import { VoipNowTrigger } from '../../nodes/VoipNow/VoipNowTrigger.node';
import voipNowTriggerCodex from '../../nodes/VoipNow/VoipNowTrigger.node.json';
import { voipNow } from '../../nodes/VoipNow/api/service';

const nodes = [
	{ name: 'LOX24', node: new Lox24(), service: lox24, codex: lox24Codex },
	{ name: 'VoipNow', node: new VoipNow(), service: voipNow, codex: voipNowCodex },
];

const triggers = [
	{ node: new Lox24Trigger(), codex: lox24TriggerCodex },
	{ node: new VoipNowTrigger(), codex: voipNowTriggerCodex },
	{ node: new Lox24PollingTrigger(), codex: lox24PollingTriggerCodex },
];

/** All properties, those inside of collections too. */
function flatten(properties: INodeProperties[]): INodeProperties[] {
	return properties.flatMap((property) => [
		property,
		...flatten(
			(property.options ?? []).flatMap(
				(option: INodePropertyOptions | INodeProperties | INodePropertyCollection) => {
					if ('values' in option) return option.values;
					return 'type' in option ? [option as INodeProperties] : [];
				},
			),
		),
	]);
}

function operationsOf(properties: INodeProperties[]): INodePropertyOptions[] {
	return properties
		.filter(({ name }) => name === 'operation')
		.flatMap(({ options }) => options as INodePropertyOptions[]);
}

describe.each(nodes)('$name: what n8n shows and does with it', ({ node, service, codex }) => {
	const { description } = node;
	const { properties } = description;

	test('every placeholder in a URL has a shape', () => {
		const urls = operationsOf(properties).map(({ routing }) => routing?.request?.url ?? '');
		const placeholders = urls.flatMap((url) => [...url.matchAll(/\{(\w+)\}/g)].map(([, id]) => id));
		expect(placeholders.length).toBeGreaterThan(0);
		expect(placeholders.filter((id) => !(id in service.shapes))).toEqual([]);
	});

	test('every request goes through exchange', () => {
		const resource = properties.find(({ name }) => name === 'resource');
		expect(resource?.routing?.send?.paginate).toBe(true);
		expect(typeof description.requestOperations?.pagination).toBe('function');
	});

	test('resource and operation take no expression: n8n looks operations up by their plain value', () => {
		for (const property of properties.filter(({ name }) =>
			['resource', 'operation'].includes(name),
		)) {
			expect(property.noDataExpression).toBe(true);
		}
	});

	test('every operation has an action, a description and an endpoint with known placeholders', () => {
		for (const { action, description: text, routing } of operationsOf(properties)) {
			expect(action).toBeTruthy();
			expect(text).toBeTruthy();
			const request = routing?.request;
			expect(request?.method).toMatch(/^(GET|POST|PUT|DELETE)$/);
			expect(request?.url).toMatch(/^\//);
			for (const [, name] of request!.url!.matchAll(/\{(\w+)\}/g)) {
				expect(service.shapes).toHaveProperty(name);
				expect(properties.map((property) => property.name)).toContain(name);
			}
		}
	});

	test('hooks are functions: exchange runs no other kind', () => {
		for (const { routing } of [...operationsOf(properties), ...flatten(properties)]) {
			for (const action of routing?.output?.postReceive ?? [])
				expect(typeof action).toBe('function');
		}
	});

	test('every field that a person sees has a name and, apart from the two selectors, a description', () => {
		for (const { name, displayName, description: text, hint, type } of flatten(properties)) {
			expect(displayName).toBeTruthy();
			const explains = [
				'resource',
				'operation',
				'authentication',
				'options',
				'phones',
				'range',
				'phonesFrom',
			];
			if (!explains.includes(name) && type !== 'collection' && type !== 'notice')
				expect([name, text ?? hint]).toEqual([name, expect.stringMatching(/./)]);
		}
	});

	test('parameter names and resource values are camelCase: workflow JSON is public', () => {
		for (const { name } of flatten(properties)) expect(name).toMatch(/^[a-z][A-Za-z0-9]*$/);
	});

	test('the codex names this package, and its links are complete', () => {
		expect(codex.node).toBe(`${packageJson.name}.${description.name}`);
		expect(codex.resources.primaryDocumentation[0].url).toMatch(/^https:/);
		expect(codex.resources.credentialDocumentation[0].url).toMatch(/^https:/);
	});

	test('it can be a tool of an AI agent', () => {
		expect(description.usableAsTool).toBe(true);
	});
});

describe.each(triggers)('$node.description.displayName: what n8n shows', ({ node, codex }) => {
	const { description } = node;
	const properties = flatten(description.properties);

	test('the package and the codex know it', () => {
		const file = `${node.constructor.name}.node.js`;
		expect(packageJson.n8n.nodes.filter((path) => path.endsWith(`/${file}`))).toHaveLength(1);
		expect(codex.node).toBe(`${packageJson.name}.${description.name}`);
		expect(codex.resources.primaryDocumentation[0].url).toMatch(/^https:/);
		expect(codex.resources.credentialDocumentation[0].url).toMatch(/^https:/);
	});

	test('it starts workflows and nothing else', () => {
		expect(description).toMatchObject({ group: ['trigger'], inputs: [], outputs: ['main'] });
		expect(description.usableAsTool).toBeUndefined();
		// n8n calls the lifecycle methods once for each entry of this name.
		expect((description.webhooks ?? []).filter(({ name }) => name === 'default').length).toBe(
			description.polling ? 0 : 1,
		);
	});

	// n8n's panel lists the options of a field that is called so.
	test('the panel lists its events', () => {
		const on = properties.find(({ displayName }) => displayName === 'Trigger On');
		const options = on?.options as INodePropertyOptions[];
		expect(options.length).toBeGreaterThan(1);
		for (const { value, action, description: text } of options) {
			expect(text).toBeTruthy();
			if (value !== '*') expect(action).toMatch(/^On /);
		}
	});

	test('every field has a name and a description, and a name that can stay', () => {
		for (const { name, displayName, description: text, type } of properties) {
			expect(name).toMatch(/^[a-z][A-Za-z0-9]*$/);
			expect(displayName).toBeTruthy();
			if (type !== 'collection' && type !== 'notice' && name !== 'authentication')
				expect([name, text]).toEqual([name, expect.stringMatching(/./)]);
		}
	});
});

describe('parameters are read without n8n where that gives the same', () => {
	/** n8n converts such values after the expression was evaluated; `itemParameters` does not. */
	const converting = (properties: INodeProperties[]): string[] =>
		properties.flatMap((property) => {
			const modes = property.modes ?? [];
			const converts =
				property.validateType !== undefined ||
				property.extractValue !== undefined ||
				modes.some((mode) => mode.extractValue !== undefined);
			const inside = (property.options ?? []).flatMap((option) =>
				'values' in option ? option.values : 'type' in option ? [option] : [],
			);
			return [...(converts ? [property.name] : []), ...converting(inside)];
		});

	test.each([
		['LOX24', new Lox24()],
		['VoipNow', new VoipNow()],
	])('%s: no field is converted by n8n', (_name, node) => {
		expect(converting(node.description.properties)).toEqual([]);
	});
});

describe('what n8n may hide in executions', () => {
	const SCHEMAS = join(__dirname, '..', '..', 'nodes');

	/** Operations whose output has this field at its top. */
	function withField(folder: string, field: string): string[] {
		const root = join(SCHEMAS, folder, '__schema__', 'v1.0.0');
		return readdirSync(root, { recursive: true, encoding: 'utf8' })
			.filter((file) => file.endsWith('.json'))
			.filter((file) => {
				const schema = JSON.parse(readFileSync(join(root, file), 'utf8')) as IDataObject;
				return field in ((schema.properties ?? {}) as IDataObject);
			})
			.map((file) => file.replace('.json', ''))
			.sort();
	}

	// It goes by the name of a field, in all operations of a node.
	test.each([
		['Lox24', new Lox24(), 'code', ['verifyCode/create']],
		[
			'VoipNow',
			new VoipNow(),
			'url',
			['create', 'delete', 'get', 'getAll', 'update'].map((one) => `phoneCallEvent/${one}`),
		],
	])('%s: only what is meant is hidden', (folder, { description }, field, operations) => {
		expect(description.sensitiveOutputFields).toEqual([field]);
		expect(withField(folder, field)).toEqual(operations);
	});
});
