import type { INodeParameters } from 'n8n-workflow';

import { type Sandbox, startSandbox } from '../../sandbox';
import { run } from './run';

/** A filter that is no filter on the wire would hit every message of the account. */
describe('what a filter is given goes on the wire as that filter, or nothing is sent', () => {
	let sandbox: Sandbox;

	beforeAll(async () => {
		sandbox = await startSandbox();
	});
	afterAll(async () => await sandbox.close());
	beforeEach(() => sandbox.reset());

	const asIs = '={{ $json.value }}';
	const batch = async (operation: string, filters: INodeParameters, value: unknown) =>
		await run({
			node: 'lox24',
			parameters: { resource: 'sms', operation, filters },
			items: [{ value: value as string }],
			url: sandbox.url,
		});

	const values = [
		{ a: 'b' },
		{ id: { x: 'y' } },
		['Test', ''],
		['Test', 'Other'],
		[],
		[{}],
		[['']],
	];
	const filters: INodeParameters[] = ['text', 'phone', 'senderId', 'ip'].map((name) => ({
		[name]: asIs,
	}));
	const cases = ['batchDelete', 'batchCancel'].flatMap((operation) =>
		filters.flatMap((filter) => values.map((value) => ({ operation, filter, value }))),
	);

	test.each(cases)('$operation, $filter = $value is refused', async (given) => {
		const before = sandbox.state.sms.size;
		const { error } = await batch(given.operation, given.filter, given.value);

		expect(error).toBeDefined();
		expect(sandbox.journal.entries()).toEqual([]);
		expect(sandbox.state.sms.size).toBe(before);
	});

	test('an object among the values of a filter with many is refused', async () => {
		const { error } = await batch('batchDelete', { callbackData: [asIs] }, { id: { x: 'y' } });
		expect(error?.message).toContain('Callback Data');
		expect(sandbox.journal.entries()).toEqual([]);
	});

	test('a list inside an entry is flattened where several values are possible', async () => {
		await batch('batchDelete', { callbackData: [asIs, 'c'] }, ['a', 'b']);
		const { query } = sandbox.journal.entries()[0];
		expect(new URLSearchParams(query).getAll('callback_data[]')).toEqual(['a', 'b', 'c']);
	});

	test.each([
		['false', '0'],
		['FALSE', '0'],
		[false, '0'],
		['0', '0'],
		[0, '0'],
		['true', '1'],
		[true, '1'],
		[1, '1'],
	])('Is Sent = %j goes out as %s', async (value, expected) => {
		await batch('batchDelete', { isSent: asIs }, value);
		const { query } = sandbox.journal.entries()[0];
		expect(new URLSearchParams(query).get('is_sent')).toBe(expected);
	});

	test.each(['maybe', 'no', 2, { a: 1 }])('Is Sent = %j is refused', async (value) => {
		const { error } = await batch('batchDelete', { isSent: asIs }, value);
		expect(error?.message).toMatch(/Is Sent|is_sent/);
		expect(sandbox.journal.entries()).toEqual([]);
	});

	test('an empty cell is no filter: refused for a batch, left out of a list', async () => {
		expect((await batch('batchDelete', { isSent: asIs }, '')).error).toBeDefined();
		expect(sandbox.journal.entries()).toEqual([]);
		await batch('getAll', { isSent: asIs }, '');
		expect(sandbox.journal.entries()[0].query).not.toContain('is_sent');
	});
});
