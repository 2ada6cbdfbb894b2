import type { INodeProperties } from 'n8n-workflow';

import { Lox24 } from '../../nodes/Lox24/Lox24.node';
import { searchBulks, searchCampaigns, searchGroups } from '../../nodes/Lox24/methods/listSearch';
import { type Sandbox, startSandbox } from '../../sandbox';
import { editorContext } from './editorContext';

describe('lists to pick from in the editor', () => {
	let sandbox: Sandbox;

	beforeAll(async () => {
		sandbox = await startSandbox();
	});
	afterAll(async () => await sandbox.close());
	beforeEach(() => sandbox.reset());

	const context = (token?: string) =>
		editorContext({ parameters: { resource: 'group' }, url: sandbox.url, token });

	test('groups by name and number of entries', async () => {
		const { results, paginationToken } = await searchGroups.call(context());
		const { size } = sandbox.state.groups;
		expect(results).toHaveLength(size);
		expect(results).toContainEqual({
			name: expect.stringMatching(/^Newsletter \(\d+\)$/),
			value: '7116',
		});
		expect(paginationToken).toBeUndefined();
		expect(sandbox.journal.entries()).toHaveLength(1);
	});

	test('searching looks into the names, in upper or lower case', async () => {
		const { results } = await searchGroups.call(context(), 'NEWS');
		expect(results.map(({ value }) => value)).toEqual(['7116']);
	});

	test('further pages', async () => {
		const { groups } = sandbox.state;
		const [pattern] = groups.values();
		for (let id = 20_000; groups.size < 45; id++) groups.set(id, { ...pattern, id });
		const first = await searchGroups.call(context());
		const second = await searchGroups.call(context(), undefined, first.paginationToken as string);
		expect(first.results).toHaveLength(30);
		expect(second.results).toHaveLength(15);
		expect(second.paginationToken).toBeUndefined();
		const all = [...first.results, ...second.results].map(({ value }) => value);
		expect(new Set(all).size).toBe(45);
	});

	test('bulks by date and text, campaigns by name', async () => {
		const bulks = await searchBulks.call(context());
		expect(bulks.results.map(({ value }) => value)).toContain(
			'da0fa78c-4699-11ea-a637-96000028b339',
		);
		for (const { name } of bulks.results) expect(name).toMatch(/^\d{4}-\d{2}-\d{2} ./);
		const campaigns = await searchCampaigns.call(context());
		expect(campaigns.results.length).toBeGreaterThan(0);
	});

	test('a wrong token is said in words and costs one request', async () => {
		await expect(searchGroups.call(context('wrong'))).rejects.toThrow('LOX24 refused the token');
		expect(sandbox.journal.entries()).toHaveLength(1);
	});

	test('every list a field names is there', () => {
		const { description, methods } = new Lox24();
		const named = description.properties.flatMap(({ modes = [] }: INodeProperties) =>
			modes.flatMap(({ typeOptions }) => typeOptions?.searchListMethod ?? []),
		);
		expect(named.length).toBeGreaterThan(0);
		for (const name of named) expect(Object.keys(methods.listSearch)).toContain(name);
	});
});
