import type { IDataObject, IExecuteSingleFunctions, INodeExecutionData } from 'n8n-workflow';

import { byView, inWords, simplify } from '../../nodes/shared/description/simplify';

const table = [
	{ name: '0 Created', value: 0 },
	{ name: '100 Delivered', value: '100' },
	{ name: '10 of 20', value: 10 },
	{ name: 'Level 3 reached', value: 'l' },
	{ name: 'Plain', value: 'p' },
];

describe('simplified fields: a view', () => {
	test('keeps its fields in its order, and no others', () => {
		const simple = byView({ c: 3, b: null, a: 1, d: 4 }, { keep: ['a', 'b', 'x', 'c'] });
		expect(Object.entries(simple)).toEqual([
			['a', 1],
			['b', null],
			['c', 3],
		]);
	});

	test('an object without any of them comes back as it is', () => {
		const json = { success: true };
		expect(byView(json, { keep: ['a'] })).toBe(json);
		expect(byView({ a: 1 }, { keep: ['a'] })).not.toBe(json);
	});

	test('says a code in words, beside it', () => {
		const view = { keep: ['status', 'other'], names: [{ code: 'status', as: 'name', table }] };
		expect(byView({ status: 0, other: 100 }, view)).toEqual({
			status: 0,
			name: 'Created',
			other: 100,
		});
		expect(byView({ other: 100 }, view)).toEqual({ other: 100 });
	});

	test('says a time in words, where there is one', () => {
		const view = { keep: ['at', 'count'], times: ['at'] };
		const inIso = (at: unknown) => byView({ at, count: 1 } as IDataObject, view);
		expect(inIso(1_767_268_800)).toEqual({
			at: 1_767_268_800,
			at_iso: '2026-01-01T12:00:00.000Z',
			count: 1,
		});
		expect(inIso('1767268800').at_iso).toBe('2026-01-01T12:00:00.000Z');
		for (const none of [0, -1, null, 'soon', '']) expect(inIso(none).at_iso).toBeNull();
		expect(inIso(Infinity).at_iso).toBeNull();
	});
});

test('a time that is none, such as one in microseconds, does no harm', () => {
	const view = { keep: ['at'], times: ['at'] };
	expect(byView({ at: 1_767_268_800_000_000 }, view).at).toBe(1_767_268_800_000_000);
});

describe('simplified fields: codes in words', () => {
	test.each([
		[0, 'Created'],
		['0', 'Created'],
		[100, 'Delivered'],
		[10, 'of 20'],
		['p', 'Plain'],
		['l', 'Level 3 reached'],
		[999, 999],
		[null, null],
	])('%j is %j', (code, name) => {
		expect(inWords(code, table)).toBe(name);
	});
});

describe('simplified fields: the switch', () => {
	const items: INodeExecutionData[] = [{ json: { a: 1, b: 2 }, pairedItem: 3 }, { json: { a: 4 } }];

	/** What comes out when the switch is like this. */
	async function simplified(
		view: Parameters<typeof simplify>[0],
		isOn: unknown,
		type = 'node',
	): Promise<INodeExecutionData[]> {
		const property = simplify(view);
		const [action] = property.routing!.output!.postReceive!;
		const context = {
			getNodeParameter: (name: string, fallback: unknown) =>
				name === 'simplify' && isOn !== undefined ? isOn : fallback,
			getNode: () => ({ name: 'Node', type }),
			getExecuteData: () => ({ node: { name: 'Node' } }),
		} as unknown as IExecuteSingleFunctions;
		return await (action as (...given: unknown[]) => Promise<INodeExecutionData[]>).call(
			context,
			items,
			{},
		);
	}

	test('it is on by default', () => {
		expect(simplify({ keep: [] })).toMatchObject({
			displayName: 'Simplify',
			name: 'simplify',
			type: 'boolean',
			default: true,
			description: expect.stringMatching(/^Whether to return a simplified version/) as string,
		});
	});

	test('on: the view of each item, which stays paired', async () => {
		expect(await simplified({ keep: ['a'] }, true)).toEqual([
			{ json: { a: 1 }, pairedItem: 3 },
			{ json: { a: 4 } },
		]);
	});

	test('on, for a model: without what says nothing', async () => {
		const view = { keep: ['a', 'b'], times: ['b'] };
		expect(await simplified(view, true, 'nodeTool')).toEqual([
			{ json: { a: 1, b_iso: '1970-01-01T00:00:02.000Z' }, pairedItem: 3 },
			{ json: { a: 4 } },
		]);
	});

	test.each([false, 'false', undefined])('%j: the raw data', async (isOn) => {
		expect(await simplified({ keep: ['a'] }, isOn)).toBe(items);
	});

	test('what is neither on nor off is named by its field', async () => {
		await expect(simplified({ keep: ['a'] }, 'maybe')).rejects.toThrow(/^Simplify is not valid/);
	});

	test('an operation can have its own simplify, with the parameters of the item', async () => {
		const own = (json: IDataObject, context: IExecuteSingleFunctions) => ({
			sum: Number(json.a) + 1,
			isOn: context.getNodeParameter('simplify', false),
		});
		const [first] = await simplified(own as Parameters<typeof simplify>[0], true);
		expect(first).toEqual({ json: { sum: 2, isOn: true }, pairedItem: 3 });
	});
});
