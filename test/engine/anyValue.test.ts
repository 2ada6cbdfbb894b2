import fc from 'fast-check';
import type { IDataObject, INode, INodeParameters, INodeProperties } from 'n8n-workflow';
import { NodeHelpers } from 'n8n-workflow';

import { lox24 } from '../../nodes/Lox24/api/service';
import { BadInput, OWN_ITEM } from '../../nodes/shared/input/badInput';
import { toRequest } from '../../nodes/shared/request/declared';
import type { Item } from '../../nodes/shared/request/item';
import { planRequest } from '../../nodes/shared/request/plan';
import type { Run } from '../../nodes/shared/send/run';
import { voipNow } from '../../nodes/VoipNow/api/service';
import { loadContract } from '../../sandbox/contract/contract';
import { readQuery } from '../../sandbox/server/query';
import { lox24Operations } from './lox24Operations';
import { NODES } from './run';
import { voipNowOperations } from './voipNowOperations';

/** Values from spreadsheets, webhooks and language models, and anything else JSON can hold. */
const anything = fc.oneof(
	fc.jsonValue({ maxDepth: 3 }),
	fc.constantFrom<unknown>(
		...['', ' ', '#N/A', '4.9E+11', 'false', 'TRUE', 'null', 'tomorrow at 9', '01.12.2026 09:30'],
		...[
			'01/12/2026',
			'46357',
			46357,
			0,
			-1,
			1.5,
			1e21,
			NaN,
			Infinity,
			'12.34',
			'1,5',
			'030 1\\n030 2',
		],
		...[
			'+49 (0)171 3920001',
			491713920001,
			'491713920001.0',
			'0171 3920001',
			'../..',
			'%2e%2e',
			'@me',
		],
		...[[], [''], [[]], ['a', ''], [{}], {}, { a: 'b' }, { __rl: true, value: 'x' }, true, null],
		...['x'.repeat(5000), '📞'.repeat(700), '\u202Ehidden', 'a\u0000b', '2026-12-01', 1796113800],
	),
);

const NUMBER_OF_CASES = 40;

/** The same in every run, so that a failure can be repeated; FC_SEED=$RANDOM looks elsewhere. */
const SEED = Number(process.env.FC_SEED ?? 20_261_126);

interface Checked {
	faults: Array<{ field: string; keyword: string }>;
	unknown: string[];
}

interface Match {
	operation: object;
	params: object;
}

interface Place {
	path: string[];
}

/** Every place of the parameters that an expression can fill. */
function placesIn(value: unknown, path: string[] = []): Place[] {
	if (typeof value !== 'object' || value === null) return [{ path }];
	const inside = Object.entries(value).flatMap(([key, one]) =>
		key.startsWith('__') || key === 'mode' ? [] : placesIn(one, [...path, key]),
	);
	return path.length > 0 && Array.isArray(value) ? [{ path }, ...inside] : inside;
}

function withValue(
	parameters: INodeParameters,
	[key, ...rest]: string[],
	value: unknown,
): INodeParameters {
	const copy = (Array.isArray(parameters) ? [...parameters] : { ...parameters }) as INodeParameters;
	copy[key] = (
		rest.length === 0 ? value : withValue(copy[key] as INodeParameters, rest, value)
	) as INodeParameters[string];
	return copy;
}

/** As n8n's request helper writes it, with `arrayFormat: 'repeat'`. */
function toQuery(qs: IDataObject): string {
	const query = new URLSearchParams();
	for (const [key, value] of Object.entries(qs)) {
		// An object would become another parameter.
		for (const one of [value].flat())
			query.append(key, typeof one === 'object' ? 'OBJECT' : String(one));
		expect(typeof value === 'object' && !Array.isArray(value)).toBe(false);
	}
	return query.toString();
}

function itemWith(node: INode, parameters: IDataObject): Item {
	const read = (name: string, fallback?: unknown, options?: { extractValue?: boolean }) => {
		const value = name
			.split('.')
			.reduce<unknown>((one, key) => (one as IDataObject | undefined)?.[key], parameters);
		const isLocator = options?.extractValue && (value as IDataObject | null)?.__rl;
		return (isLocator ? (value as IDataObject).value : value) ?? fallback;
	};
	return {
		[OWN_ITEM]: () => `n8n-${'0'.repeat(32)}`,
		getItemIndex: () => 0,
		getTimezone: () => 'Europe/Berlin',
		getNode: () => node,
		getNodeParameter: read,
		getInputData: () => ({
			json: {},
			binary: { data: { data: '', mimeType: 'text/plain', fileName: 'a.txt' } },
		}),
	} as unknown as Item;
}

const services = [
	{ name: 'lox24' as const, service: lox24, cases: lox24Operations, base: '' },
	{ name: 'voipNow' as const, service: voipNow, cases: voipNowOperations, base: '/uapi' },
];

/** Of these the service may know more than the contract. */
const OPEN = /^(service_code|status_code|dlr_code|type|status)(\[\])?(\[\d+\])?$/;

function isNewCode({ field, keyword }: { field: string; keyword: string }): boolean {
	return keyword === 'enum' && OPEN.test(field);
}

/** What is not in the body of a JSON request, or is put together by an operation of its own. */
const OWN_BODIES = new Set(['phones.createBatch', 'phones.batch', 'faxes.create']);

describe.each(services)('$name: any value in any field', ({ name, service, cases, base }) => {
	const contract = loadContract(
		require.resolve(`../../sandbox/openapi/${name.toLowerCase()}.yaml`),
	);
	const { properties } = NODES[name].description;
	const connection = { baseURL: 'https://example.com', headers: {} };
	const run = { service } as unknown as Run;

	function nodeWith(parameters: INodeParameters): INode {
		const node = { name, type: name, typeVersion: 1, parameters } as unknown as INode;
		const known = NodeHelpers.getNodeParameters(
			properties as INodeProperties[],
			parameters,
			true,
			false,
			node,
			NODES[name].description,
		);
		return { ...node, parameters: known! };
	}

	const all = cases
		.filter(({ parameters }) => parameters.operation !== 'createBatch')
		.flatMap((operation) => {
			const whole = nodeWith(operation.parameters);
			const { parameters } = whole;
			const fixed = ['resource', 'operation', 'authentication', 'requestOptions', 'options'];
			return placesIn(parameters)
				.filter(({ path: [first] }) => !fixed.includes(first))
				.map(({ path }) => ({ operation, whole, path, field: path.join('.') }));
		});

	test.each(all)(
		'$operation.id, $field: the right wire value or a refusal',
		async ({ operation, whole, path }) => {
			const raw = withValue(whole.parameters, path, '={{ $json.value }}');
			const node = { ...whole, parameters: raw };
			const plan = planRequest(node, properties);
			await fc.assert(
				fc.asyncProperty(anything, async (value) => {
					const item = itemWith(node, withValue(whole.parameters, path, value) as IDataObject);
					let request;
					try {
						request = await toRequest(run, item, plan, connection);
					} catch (error) {
						// Says that nothing happened. `expect` would take a quarter of the time of this file.
						const isRefusal =
							error instanceof BadInput &&
							`${error.message} ${error.description}`.includes('Nothing was sent');
						if (!isRefusal) throw error;
						return;
					}
					const query = toQuery(request.qs!);
					const matched = contract.match(
						request.method!.toLowerCase(),
						`${base}${request.url}`,
					) as Match;
					expect(matched).toBeDefined();
					const { faults, unknown } = contract.checkRequest(matched.operation, {
						params: matched.params,
						query: readQuery(query),
						body: Object.keys(request.body as object).length > 0 ? request.body : undefined,
						isForm: OWN_BODIES.has(operation.id) || operation.form,
					}) as Checked;
					const wrong = faults.filter((fault) => !isNewCode(fault));
					expect([request.qs, request.body, wrong, unknown]).toEqual([
						request.qs,
						request.body,
						[],
						[],
					]);
				}),
				{ numRuns: NUMBER_OF_CASES, seed: SEED },
			);
		},
	);
});
