import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { createNodeAsTool } from 'n8n-core/dist/execution-engine/node-execution-context/utils/create-node-as-tool';
import type {
	INode,
	INodeParameters,
	INodeProperties,
	INodePropertyCollection,
	INodeType,
} from 'n8n-workflow';
import { NodeConnectionTypes, NodeHelpers } from 'n8n-workflow';

import { Lox24 } from '../../nodes/Lox24/Lox24.node';
import { VoipNow } from '../../nodes/VoipNow/VoipNow.node';
import { operationsIn } from '../../nodes/shared/request/operations';

/** For maintainers to read in review; with UPDATE_TOOLS=1 this test writes it. */
const FILE = join(__dirname, 'expected', 'tools.md');

/** The editor has no button on these that leaves the value to the model. */
const BY_PERSON_ONLY = ['notice', 'options'];

/** In the same form on most operations, so the document has them once. */
const COMMON = ['Return_All', 'Limit', 'Simplify', 'Concurrency', 'Fields'];

/** A value that the model can fill in, and the name that the editor gives it. */
interface Argument {
	name: string;
	type: string;
	description: string;
	isRequired: boolean;
}

const tools = [new Lox24(), new VoipNow()].flatMap((node) =>
	operationsIn(node.description.properties).map((parameters) => toolOf(node, ...parameters)),
);

function toolOf(node: INodeType, resource: string, operation: string) {
	const nodeType: INodeType = {
		...node,
		// What n8n makes of a node with `usableAsTool`.
		description: { ...node.description, inputs: [], outputs: [NodeConnectionTypes.AiTool] },
	};
	const { properties } = node.description;
	const args = properties
		.filter(({ name, displayOptions: { show = {} } = {} }) => {
			const isOfOperation =
				show.resource?.includes(resource) && show.operation?.includes(operation);
			return isOfOperation && name !== 'operation';
		})
		.flatMap((property) => argumentsOf(property, resource, operation));
	const chosen = { resource, operation };
	const tool = createNodeAsTool({
		node: {
			name: NodeHelpers.makeNodeName(chosen, nodeType.description),
			parameters: { ...chosen, filledByModel: args.map(placeholder) } as INodeParameters,
		} as INode,
		nodeType,
		handleToolInvocation: async () => undefined,
	}).response;
	// Of a node that is no tool, the proposed name is the action alone.
	return { action: NodeHelpers.makeNodeName(chosen, node.description), args, tool };
}

/** The fields of an operation, those inside of collections as well. */
function argumentsOf(
	field: INodeProperties,
	resource: string,
	operation: string,
	entry = '',
): Argument[] {
	if (field.type === 'collection') {
		return (field.options as INodeProperties[])
			.filter(({ displayOptions: { show = {} } = {} }) => {
				const { '/resource': resources, '/operation': operations } = show;
				const isOfResource = resources?.includes(resource) ?? true;
				return isOfResource && (operations?.includes(operation) ?? true);
			})
			.flatMap((option) => argumentsOf(option, resource, operation, entry));
	}
	if (field.type === 'fixedCollection') {
		const isList = field.typeOptions?.multipleValues === true;
		return (field.options as INodePropertyCollection[]).flatMap(({ name, values }) =>
			values.flatMap((value) => argumentsOf(value, resource, operation, isList ? `${name}0_` : '')),
		);
	}
	if (BY_PERSON_ONLY.includes(field.type) || field.noDataExpression) return [];
	return [
		{
			name: `${entry}${field.displayName}`.replace(/[^a-zA-Z0-9-]/g, '_').slice(0, 63),
			type: ['boolean', 'number', 'json'].includes(field.type) ? field.type : 'string',
			description: (field.description ?? field.hint ?? '').replace(/<[^>]+>/g, ''),
			isRequired: field.required === true,
		},
	];
}

function placeholder({ name, type, description }: Argument): string {
	return `={{ $fromAI('${name}', ${JSON.stringify(description)}, '${type}') }}`;
}

function linesOf(args: Argument[]): string[] {
	if (args.length === 0) return [];
	const lines = args.map(({ name, type, description, isRequired }) => {
		return `- ${name} (${type}${isRequired ? ', required' : ''}): ${description}`;
	});
	return [...lines, ''];
}

function document(): string {
	const blocks = tools.map(({ args, tool }) => [
		`## ${tool.name}`,
		'',
		`${tool.description}.`,
		'',
		...linesOf(args.filter(({ name }) => !COMMON.includes(name))),
	]);
	const all = tools.flatMap(({ args }) => args);
	const common = COMMON.map((common) => all.find(({ name }) => name === common)!);
	return `${[
		'# Tools for AI agents',
		'',
		'What a model reads about each operation: the name of the tool as n8n proposes it, its',
		'description, and the fields that can be left to the model. For a field the model gets its',
		'name, and the text that the user writes for it; beside it here is what the editor shows.',
		'`UPDATE_TOOLS=1 npx jest agentTools` writes this file anew.',
		'',
		'Where an operation has these fields, they are the same everywhere:',
		'',
		...linesOf(common),
		...blocks.flat(),
	]
		.join('\n')
		.trimEnd()}\n`;
}

describe('what a model reads about the operations', () => {
	test('is what was reviewed (after a change: UPDATE_TOOLS=1, and read the diff)', () => {
		if (process.env.UPDATE_TOOLS) writeFileSync(FILE, document());
		expect(document()).toBe(readFileSync(FILE, 'utf8'));
	});

	test('every name is whole, and no two tools have the same', () => {
		const names = tools.map(({ tool }) => tool.name);
		// n8n cuts names at 64 characters, since some models take no more.
		expect(names.filter((name) => !/_in_(LOX24|VoipNow)$/.test(name))).toEqual([]);
		expect(new Set(names).size).toBe(names.length);
	});

	test('every action is in sentence case, as the rules of n8n want it', () => {
		const sentence = /^[A-Z][a-z]*( ([a-z]+|[A-Z]+))*$/;
		expect(tools.map(({ action }) => action).filter((action) => !sentence.test(action))).toEqual(
			[],
		);
	});

	test('common fields are the same everywhere', () => {
		for (const common of COMMON) {
			const texts = tools.flatMap(({ args }) =>
				args.filter(({ name }) => name === common).map(({ description }) => description),
			);
			expect(new Set(texts).size).toBe(1);
		}
	});

	test('two fields of an operation never share an argument', () => {
		const shared = tools.flatMap(({ action, args }) => {
			const names = args.map(({ name }) => name);
			return names
				.filter((name, index) => names.indexOf(name) < index)
				.map((name) => [action, name]);
		});
		expect(shared).toEqual([]);
	});
});
