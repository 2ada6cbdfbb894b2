import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { itemParameters } from '../../nodes/shared/request/itemParameters';
import { type Sandbox, startSandbox } from '../../sandbox';
import { byId, phoneUpdate } from './given';
import { run } from './run';

/** What the editor writes for a dragged field is read without n8n's expression engine. */
describe('parameters of items', () => {
	const ask = jest.fn(() => 'from n8n');

	function read(raw: unknown, json: IDataObject = {}, options?: { extractValue: boolean }) {
		ask.mockClear();
		const context = {
			getNodeParameter: (_name: string, _index: number, _fallback: unknown, given?: object) =>
				given && 'rawExpressions' in given ? raw : ask(),
		} as unknown as IExecuteFunctions;
		return itemParameters(context, [{ json }])('any', 0, undefined, options);
	}

	test.each([
		['a plain text', 'text', {}, 'text'],
		['a plain object', { a: [1, true] }, {}, { a: [1, true] }],
		['a field', '={{ $json.phone }}', { phone: '+491' }, '+491'],
		['without blanks', '={{$json.phone}}', { phone: '+491' }, '+491'],
		['a field in a field', '={{ $json.address.city }}', { address: { city: 'Bonn' } }, 'Bonn'],
		['a name with a blank', '={{ $json["Last name"] }}', { 'Last name': 'Smith ' }, 'Smith '],
		['single quotes', "={{ $json['Last name'].a }}", { 'Last name': { a: 0 } }, 0],
		['an entry of a list', '={{ $json.phones[1] }}', { phones: ['a', 'b'] }, 'b'],
		['null', '={{ $json.a }}', { a: null }, null],
		['false', '={{ $json.a }}', { a: false }, false],
		['fields inside', { a: '={{ $json.x }}', b: 'y' }, { x: 1 }, { a: 1, b: 'y' }],
	])('%s is read here', (_case, raw, json, expected) => {
		expect(read(raw, json as IDataObject)).toEqual(expected);
		expect(ask).not.toHaveBeenCalled();
	});

	test('the value of a locator is taken out', () => {
		const locator = { ...byId('={{ $json.id }}') };
		expect(read(locator, { id: 7 }, { extractValue: true })).toBe(7);
		expect(read(locator, { id: 7 })).toEqual({ __rl: true, mode: 'id', value: 7 });
	});

	test.each([
		['a field that is not there', '={{ $json.phone }}', {}],
		['a field of nothing', '={{ $json.a.b }}', { a: null }],
		['a method', '={{ $json.name.toUpperCase() }}', { name: 'x' }],
		['an inherited property', '={{ $json.toString }}', {}],
		['a length', '={{ $json.name.length }}', { name: 'x' }],
		['an unsafe name', '={{ $json.constructor }}', { constructor: 'x' }],
		['an object', '={{ $json.a }}', { a: { b: 1 } }],
		['text around it', '=+{{ $json.a }}', { a: 1 }],
		['two of them', '={{ $json.a }}{{ $json.b }}', { a: 1, b: 2 }],
		['another variable', '={{ $now }}', {}],
		['a calculation', '={{ $json.a + 1 }}', { a: 1 }],
		['a part for n8n', { a: '={{ $json.x }}', b: '={{ $now }}' }, { x: 1 }],
	])('%s is left to n8n', (_case, raw, json) => {
		expect(read(raw, json as IDataObject)).toBe('from n8n');
	});

	describe('on the engine', () => {
		let sandbox: Sandbox;

		beforeAll(async () => {
			sandbox = await startSandbox();
		});
		afterAll(async () => await sandbox.close());

		test('both ways give the same request', async () => {
			const items = [{ phone: '+4915112345678', 'Last name': 'Smith ', n: 12.5, ok: true }];
			const parameters = (wrap: (path: string) => string) => ({
				...phoneUpdate,
				phone: wrap('$json.phone'),
				updateFields: { a: wrap('$json["Last name"]'), b: wrap('$json.n'), c: wrap('$json.ok') },
			});
			for (const wrap of [
				(path: string) => `={{ ${path} }}`,
				(path: string) => `={{ (${path}) }}`,
			]) {
				await run({ node: 'lox24', parameters: parameters(wrap), items, url: sandbox.url });
			}
			const [here, byN8n] = sandbox.journal.entries();
			expect(here.json).toMatchObject({ phone: '+4915112345678', a: 'Smith ' });
			expect(byN8n.body).toBe(here.body);
		});
	});
});
