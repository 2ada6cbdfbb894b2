import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { parse } from 'yaml';

import { fill } from '../../scripts/apiReference';

/** docs/api says what the contracts say, and its prose nothing that they contradict. */
interface Schema {
	$ref?: string;
	enum?: unknown[];
	properties?: Record<string, Schema>;
	[keyword: string]: unknown;
}

interface Contract {
	paths: Record<string, Record<string, { responses?: Record<string, unknown> }>>;
	webhooks?: Record<string, unknown>;
	components: { parameters: Record<string, { name: string }>; schemas: Record<string, Schema> };
}

const read = (path: string) => readFileSync(join(__dirname, '../..', path), 'utf8');

const APIS = ['lox24', 'voipnow'].map((name) => {
	const contract = parse(read(`sandbox/openapi/${name}.yaml`)) as Contract;
	const page = read(`docs/api/${name}.md`);
	const prose = page.replace(/<!-- contract: [^]*?<!-- end -->/g, '');
	const operations = Object.entries(contract.paths).flatMap(([path, item]) =>
		Object.entries(item)
			.filter(([method]) => method !== 'parameters')
			.map(([method, { responses = {} }]) => ({
				name: `${method.toUpperCase()} ${path}`,
				statuses: Object.keys(responses),
			})),
	);
	return { name, contract, page, prose, operations };
});
const [lox24, voipNow] = APIS;

/** Text below a heading, up to the next one. */
function below(page: string, heading: string): string {
	const [, text] = page.split(`\n#### ${heading}\n`);
	return text?.split(/\n#|<!-- end -->/)[0] ?? '';
}

/** All objects a schema is made of, those without names of their own as well. */
function partsOf(value: unknown): Schema[] {
	if (typeof value !== 'object' || value === null) return [];
	return [value as Schema, ...Object.values(value).flatMap(partsOf)];
}

/** Names as docs and contract write operations, whatever their ids are called. */
const shape = (name: string) => name.replace(/\{\w+\}/g, '{}').replace(/^(\w+) \/uapi/, '$1 ');

describe.each(APIS)('docs/api/$name.md', ({ contract, page, prose, operations }) => {
	test('is current: npx gulp docs', () => {
		expect(fill(page, contract) === page).toBe(true);
	});

	test('notices a field that the contract gains', () => {
		const changed = structuredClone(contract);
		Object.values(changed.components.schemas).find(
			({ properties }) => properties,
		)!.properties!.news = { type: 'string' };

		expect(fill(page, changed)).toContain('| `news` |');
	});

	test('has an entry for every operation, with its statuses', () => {
		const lacking = operations.flatMap(({ name, statuses }) => {
			const text = below(page, name);
			return statuses
				.filter((status) => !new RegExp(`^- (?:Errors: .*)?${status}\\b`, 'm').test(text))
				.map((status) => `${name}: ${status}`);
		});

		expect(lacking).toEqual([]);
	});

	test('names every parameter', () => {
		const names = Object.values(contract.components.parameters).map(({ name }) =>
			/^_order|^exists/.test(name) ? name : name.replace(/\[\w*\]$/, ''),
		);

		expect(names.filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
	});

	test('has a table with all fields and codes of every object', () => {
		const lacking = Object.entries(contract.components.schemas)
			.filter(([name]) => page.includes(`#object-${name.toLowerCase()})`))
			.flatMap(([name, schema]) => {
				const text = below(page, `Object ${name}`);
				const fields = partsOf(schema).flatMap(({ properties = {} }) => Object.keys(properties));
				const codes = partsOf(schema).flatMap((part) =>
					Array.isArray(part.enum) ? part.enum : [],
				);
				return [
					...fields.filter((field) => !new RegExp(`[\`.]${field}\``).test(text)),
					...codes.filter((code) => !text.includes(`\`${String(code)}\``)),
				].map((lost) => `${name}: ${String(lost)}`);
			});

		expect(lacking).toEqual([]);
	});

	test('tells every object that has fields, unless another one includes it', () => {
		const named = partsOf(contract).flatMap(({ $ref }) => ($ref ? [$ref.split('/').at(-1)!] : []));
		const lacking = Object.entries(contract.components.schemas)
			.filter(([name, { properties }]) => properties && named.includes(name))
			.filter(([name]) => !page.includes(`#### Object ${name}\n`));

		expect(lacking.map(([name]) => name)).toEqual([]);
	});

	test('its prose knows only operations that the contract has', () => {
		const known = new Set(operations.map(({ name }) => shape(name)));
		const mentioned = [...prose.matchAll(/`((?:GET|POST|PUT|DELETE) \/[^`?]*)[^`]*`/g)];
		const others = mentioned
			.map(([, name]) => name)
			.filter((name) => !known.has(shape(name).replace(/\/$/, '')));

		expect(others.filter((name) => !CONCRETE.has(name))).toEqual([]);
	});
});

/** Requests with real values in their paths. */
const CONCRETE = new Set(['GET /extensions/@me/@self/presence']);

const rowsBelow = (heading: string) =>
	lox24.prose
		.split(`\n## ${heading}\n`)[1]
		.split('\n## ')[0]
		.split('\n')
		.filter((line) => line.startsWith('| '))
		.slice(1)
		.map((line) => line.split('|').map((cell) => cell.trim()));

test.each([
	['SMS status codes', 'SmsStatusCode'],
	['Delivery report codes', 'DlrCode'],
])('the codes under "%s" are those of the contract', (heading, schema) => {
	const codes = rowsBelow(heading).map(([, code]) => Number(code));

	expect(codes).toEqual(lox24.contract.components.schemas[schema].enum);
});

test.each([
	['bulk `status_code`', 'BulkStatusCode'],
	['fraud check `status_code`', 'FraudStatusCode'],
	['one-time code `status`', 'VerifyStatus'],
	['payment `status`', 'PaymentStatus'],
	['payment `type`', 'PaymentType'],
	['invoice and credit note `status`', 'BillStatus'],
	['blocked number `type`', 'BlockedType'],
	['unsubscribe reason', 'UnsubscribeReason'],
	['campaign `type`', 'CampaignType'],
])('the codes of %s are those of the contract', (name, schema) => {
	const [, , text] = rowsBelow('Other codes').find(([, cell]) => cell === name)!;
	const codes = [...text.matchAll(/(?:^|[,;] )(\d+) [a-z]|(?:^|[,;] )(\d+) [A-Z]/g)];

	expect(codes.map(([, code, other]) => Number(code ?? other))).toEqual(
		lox24.contract.components.schemas[schema].enum,
	);
});

test('the events in the prose are those of the contract', () => {
	const [, text] = lox24.prose.split('\n### Events\n');
	const rows = text.split('\n### ')[0].match(/^\| `.*?\|/gm)!;
	const names = rows.flatMap((row) => [...row.matchAll(/`([\w.-]+)`/g)].map(([, name]) => name));

	expect(new Set(names)).toEqual(new Set(Object.keys(lox24.contract.webhooks!)));
});

/** Codes of call actions are not documented but one; the sandbox needs one for bad input. */
const OF_THE_SANDBOX = ['pc_parameter_invalid'];

test('the error codes in the prose of VoipNow are those of the contract', () => {
	const { error } = voipNow.contract.components.schemas.Error.properties!;
	const known = (error.properties!.code.enum as string[]).filter(
		(code) => !OF_THE_SANDBOX.includes(code),
	);
	const codes = [...voipNow.prose.matchAll(/`((?:pcet?|pc|cdr|fx|qag)_\w+|\w+_invalid)`/g)];
	const named = [...voipNow.prose.matchAll(/`(\w+)`/g)].map(([, name]) => name);

	expect(codes.map(([, code]) => code).filter((code) => !known.includes(code))).toEqual([]);
	expect(known.filter((code) => !named.includes(code))).toEqual([]);
});

test('tells forms of parameters, variants and what may be null in one line each', () => {
	const page = fill('<!-- contract: sms -->\n<!-- end -->', {
		paths: {
			'/sms/{id}': {
				parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'integer' } }],
				get: {
					operationId: 'sms.get',
					summary: 'One <message>',
					tags: ['sms'],
					parameters: ['at', 'at[gte]'].map((name) => ({
						name,
						in: 'query',
						description: 'When, exact',
						schema: { type: 'integer' },
					})),
					responses: {
						200: {
							description: 'The message',
							content: { 'application/json': { schema: { $ref: '#/components/schemas/Sms' } } },
						},
						404: { description: 'None' },
					},
				},
			},
		},
		components: {
			schemas: {
				Base: { type: 'object', required: ['id'], properties: { id: { const: 7 } } },
				Part: { type: ['object', 'null'], properties: { ok: { type: 'boolean' } } },
				Sms: {
					allOf: [
						{ $ref: '#/components/schemas/Base' },
						{ properties: { part: { $ref: '#/components/schemas/Part' } } },
					],
				},
			},
		},
	});

	expect(page.split('\n').filter(Boolean)).toEqual([
		'<!-- contract: sms -->',
		'#### GET /sms/{id}',
		'One &lt;message>. Id `sms.get`.',
		'| Parameter | Forms | Type | Notes |',
		'|---|---|---|---|',
		'| `at` | `=` `[gte]` | integer | When |',
		'- In the path: `id` \\* (integer)',
		'- 200: [Sms](#object-sms). The message.',
		'- Errors: 404',
		'#### Object Sms',
		'Has the fields of [Base](#object-base).',
		'| Field | Type |',
		'|---|---|',
		'| `part` | [Part](#object-part) or null |',
		'#### Object Base',
		'| Field | Type |',
		'|---|---|',
		'| `id` \\* | `7` |',
		'#### Object Part',
		'| Field | Type |',
		'|---|---|',
		'| `ok` | boolean |',
		'<!-- end -->',
	]);
});
