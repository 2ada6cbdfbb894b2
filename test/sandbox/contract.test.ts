import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import { parse } from 'yaml';

const without422 = ['blockedNumbers.create', 'shortLinkCampaigns.update'];
const sends = ['/sms', '/verify_codes', '/fraud-checks'];
const methods = ['get', 'put', 'post', 'delete', 'patch'];

// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Tree = any;

function read(file: string): Tree {
	return parse(readFileSync(join(__dirname, '../../sandbox/openapi', file), 'utf8'));
}

function resolve(document: Tree, node: Tree): Tree {
	if (!node?.$ref) return node;
	const found = node.$ref
		.slice(2)
		.split('/')
		.reduce((part: Tree, key: string) => part?.[key], document);
	return resolve(document, found);
}

function operationsOf(document: Tree) {
	return Object.entries<Tree>(document.paths).flatMap(([path, item]) =>
		methods
			.filter((method) => item[method])
			.map((method) => ({
				path,
				method,
				operation: item[method],
				parameters: [...(item.parameters ?? []), ...(item[method].parameters ?? [])].map((p) =>
					resolve(document, p),
				),
			})),
	);
}

function walk(node: Tree, visit: (node: Tree, key: string) => void, key = '') {
	if (node === null || typeof node !== 'object') return;
	visit(node, key);
	for (const [name, child] of Object.entries(node)) walk(child, visit, `${key}/${name}`);
}

describe.each(['lox24.yaml', 'voipnow.yaml'])('%s', (file) => {
	const document = read(file);
	const operations = operationsOf(document);

	it('is OpenAPI 3.1 with a title and a server', () => {
		expect(document.openapi).toMatch(/^3\.1\./);
		expect(document.info).toMatchObject({ title: expect.any(String), version: expect.any(String) });
		expect(document.servers).not.toHaveLength(0);
	});

	it('resolves every reference and leaves no key without a value', () => {
		walk(document, (node, key) => {
			if (typeof node.$ref === 'string')
				expect([key, resolve(document, node)]).not.toContain(undefined);
			if (!Array.isArray(node)) {
				for (const [name, value] of Object.entries(node))
					expect([key, name, value]).not.toContain(null);
			}
		});
	});

	it('gives every operation an id of its own, a summary and a known tag', () => {
		const ids = operations.map(({ operation }) => operation.operationId);
		expect(new Set(ids).size).toBe(operations.length);
		const tags = document.tags.map(({ name }: Tree) => name);
		for (const { operation } of operations) {
			expect(operation.operationId).toMatch(/^[a-z]\w*(\.\w+)+$/i);
			expect(operation.summary).toBeTruthy();
			expect(tags).toContain(operation.tags[0]);
		}
	});

	it('declares each path parameter, and no other', () => {
		for (const { path, parameters } of operations) {
			const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
			const declared = parameters.filter((p) => p.in === 'path').map((p) => p.name);
			expect(declared.sort()).toEqual(inPath.sort());
		}
	});

	it('describes every response: a schema for each media type, or no body with 204', () => {
		for (const { operation } of operations) {
			for (const [status, reference] of Object.entries(operation.responses)) {
				const response = resolve(document, reference);
				expect(response.description).toBeTruthy();
				if (['204', '302'].includes(status)) expect(response.content).toBeUndefined();
				else
					for (const media of Object.values<Tree>(response.content))
						expect(media.schema).toBeTruthy();
			}
		}
	});

	it('has only schemas that compile', () => {
		const ajv = new Ajv({ strict: false, validateFormats: false });
		ajv.addSchema(document, 'contract');
		for (const name of Object.keys(document.components.schemas)) {
			expect(() => ajv.compile({ $ref: `contract#/components/schemas/${name}` })).not.toThrow();
		}
	});

	it('documents the errors of each operation', () => {
		for (const { operation, method, path } of operations) {
			const errors = Object.keys(operation.responses).filter((status) => Number(status) >= 400);
			if (file === 'voipnow.yaml') {
				// The rest is not VoipNow's API: storage, tokens, discovery.
				if (operation.security) continue;
				const isEventCreate = operation.operationId.startsWith('phoneCallEvents.create');
				expect([operation.operationId, errors]).toEqual([
					operation.operationId,
					['400', '401', '403', '500', ...(isEventCreate ? ['501'] : [])],
				]);
				continue;
			}
			const expected = new Set(['401', '403', '429']);
			if (path.includes('{')) expected.add('404');
			const { operationId } = operation;
			if (operation.requestBody || operationId === 'bulks.cancel') expected.add('400').add('422');
			if (path.startsWith('/sms/ops/')) expected.add('422');
			if (operationId === 'blockedNumbers.create') expected.add('409');
			if (without422.includes(operationId)) expected.delete('422');
			if (method === 'post' && sends.includes(path)) expected.add('402');
			expect([operationId, errors]).toEqual([operationId, [...expected].sort()]);
		}
	});
});

it('names the filters of batch cancel as the wire does', () => {
	const cancel = operationsOf(read('lox24.yaml')).find(
		({ operation }) => operation.operationId === 'sms.batchCancel',
	);
	const names = cancel?.parameters.map((p) => p.name);
	expect(names).toEqual(
		expect.arrayContaining([
			'uuid[]',
			'text',
			'is_sent',
			'created_at[between]',
			'delivery_at[gte]',
			'_order[created_at]',
			'callback_data[]',
			'bulk[]',
			'key_id',
		]),
	);
	expect(names).not.toContain('page');
});
