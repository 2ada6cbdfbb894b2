import type { IDataObject } from 'n8n-workflow';

import { type Sandbox, startSandbox } from '../../sandbox';
import { run } from './run';

/** An operation on everything that matches must never match more than was meant. */
describe.each(['batchCancel', 'batchDelete'])('sms: %s', (operation) => {
	let sandbox: Sandbox;

	beforeAll(async () => {
		sandbox = await startSandbox();
	});
	afterAll(async () => await sandbox.close());
	beforeEach(() => sandbox.reset());

	const withFilters = async (filters: IDataObject, options: IDataObject = {}) =>
		await run({
			node: 'lox24',
			parameters: { resource: 'sms', operation, filters, options } as never,
			items: [{ phone: '' }],
			url: sandbox.url,
		});

	test.each([
		['an empty one beside another', { phone: '={{ $json.phone }}', statusCode: [100] }, 'Phone'],
		['a missing field', { text: '={{ $json.nothing }}', statusCode: [100] }, 'Text'],
		['a blank', { text: ' ' }, 'Text'],
		['an empty list', { uuid: [], text: 'Test' }, 'SMS IDs'],
		[
			'an empty range',
			{ createdAtRange: { range: { from: '', to: '' } }, text: 'Test' },
			'Created Range',
		],
	])('%s is refused before anything is sent', async (_case, filters, name) => {
		const { error } = await withFilters(filters);
		expect(error?.message).toContain(`The filter ${name}`);
		expect(error?.message).toContain('is empty');
		expect(sandbox.journal.entries()).toEqual([]);
	});

	test('an open end of a range is no empty filter', async () => {
		await withFilters({ createdAtRange: { range: { from: '2026-01-01T00:00:00', to: '' } } });
		expect(sandbox.journal.entries()).toHaveLength(1);
	});

	test('who wants all messages gets all', async () => {
		await withFilters({}, { applyToAllMessages: true });
		expect(sandbox.journal.entries()).toHaveLength(1);
	});

	test('a filter that came out empty is refused even then', async () => {
		const { error } = await withFilters({ text: '' }, { applyToAllMessages: true });
		expect(error?.message).toContain('The filter Text is empty');
		expect(sandbox.journal.entries()).toEqual([]);
	});
});
