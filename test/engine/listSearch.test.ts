import type { INodeProperties } from 'n8n-workflow';

import { Lox24 } from '../../nodes/Lox24/Lox24.node';
import { getGroups } from '../../nodes/Lox24/methods/getGroups';
import { searchBulks, searchCampaigns, searchGroups } from '../../nodes/Lox24/methods/listSearch';
import { searchPhones } from '../../nodes/Lox24/methods/searchPhones';
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

	const fillUp = <Entry extends object>(map: Map<string | number, Entry>, count: number) => {
		const [pattern] = map.values();
		return Array.from({ length: count }, (_, index) => {
			const entry = { ...pattern };
			map.set(`filler-${index}`, entry);
			return entry as Entry & Record<string, unknown>;
		});
	};

	test('a campaign on a later page is found by a part of its name', async () => {
		fillUp(sandbox.state.campaigns, 70);
		const [, , last] = fillUp(sandbox.state.campaigns, 3);
		Object.assign(last, { id: 'found1', name: 'Very Special Offer', created_at: 1 });
		const { results, paginationToken } = await searchCampaigns.call(context(), 'special');
		expect(results).toEqual([{ name: 'Very Special Offer (found1)', value: 'found1' }]);
		expect(paginationToken).toBeUndefined();
		const [request, ...others] = sandbox.journal.entries();
		expect(others).toEqual([]);
		expect(request).toMatchObject({ status: 200, warnings: [] });
		expect(decodeURIComponent(request.query)).toBe('name=special');
	});

	test('a bulk on a later page is found by any part of its text', async () => {
		const [, last] = fillUp(sandbox.state.bulks, 70);
		const uuid = '11111111-4699-11ea-a637-96000028b339';
		Object.assign(last, { uuid, text: `${'x'.repeat(100)} Needle & co`, created_at: 1 });
		const { results } = await searchBulks.call(context(), 'NEEDLE & c');
		expect(results.map(({ value }) => value)).toEqual([uuid]);
		expect(sandbox.journal.entries()).toHaveLength(1);
		expect(sandbox.journal.entries()[0].warnings).toEqual([]);
	});

	test('what LOX24 finds has further pages too', async () => {
		for (const entry of fillUp(sandbox.state.campaigns, 40)) entry.name = 'Needle';
		const first = await searchCampaigns.call(context(), 'needle');
		const token = first.paginationToken as string;
		const second = await searchCampaigns.call(context(), 'needle', token);
		expect([first.results.length, second.results.length]).toEqual([30, 10]);
		expect(second.paginationToken).toBeUndefined();
	});

	test('a group on a later page is found: the list is read on', async () => {
		const { groups } = sandbox.state;
		const [pattern] = groups.values();
		for (let id = 20_000; groups.size < 95; id++) groups.set(id, { ...pattern, id, name: 'x' });
		groups.set(30_000, { ...pattern, id: 30_000, name: 'Needle' });
		const { results } = await searchGroups.call(context(), 'needle');
		expect(results.map(({ value }) => value)).toEqual(['30000']);
		expect(sandbox.journal.entries()).toHaveLength(4);
	});

	test('groups: a search costs few requests, and goes on where it stopped', async () => {
		const { groups } = sandbox.state;
		const [pattern] = groups.values();
		for (let id = 20_000; groups.size < 330; id++) groups.set(id, { ...pattern, id, name: 'x' });
		groups.set(40_000, { ...pattern, id: 40_000, name: 'Needle' });
		const first = await searchGroups.call(context(), 'needle');
		expect(first).toEqual({ results: [], paginationToken: '11' });
		expect(sandbox.journal.entries()).toHaveLength(10);
		const second = await searchGroups.call(context(), 'needle', '11');
		expect(second.results.map(({ value }) => value)).toEqual(['40000']);
		expect(second.paginationToken).toBeUndefined();
	});

	test('a wrong token is said in words and costs one request', async () => {
		await expect(searchGroups.call(context('wrong'))).rejects.toThrow('LOX24 refused the token');
		expect(sandbox.journal.entries()).toHaveLength(1);
	});

	describe('entries of contact groups', () => {
		/** All that the editor gets when somebody scrolls to the end. */
		async function searchToTheEnd(filter?: string) {
			const pages: Array<Awaited<ReturnType<typeof searchPhones>>> = [];
			let token: string | undefined;
			do {
				pages.push(await searchPhones.call(context(), filter, token));
				token = pages.at(-1)!.paginationToken as string | undefined;
			} while (token !== undefined && pages.length < 1000);
			return pages;
		}

		const valuesOf = (pages: Awaited<ReturnType<typeof searchToTheEnd>>) =>
			pages.flatMap(({ results }) => results.map(({ value }) => value));

		test('all of them, each once, in pages of at most 50', async () => {
			for (let n = 0; n < 40; n++) sandbox.fill({ groups: 1, phones: n % 3 });
			sandbox.fill({ phones: 200 });
			const pages = await searchToTheEnd();
			const ids = [...sandbox.state.phones.keys()].map(String);
			expect(valuesOf(pages).sort()).toEqual(ids.sort());
			for (const { results } of pages) expect(results.length).toBeLessThanOrEqual(50);
		});

		test('a group of many, which LOX24 may give in one response, is shown in pages', async () => {
			const [pattern] = sandbox.state.phones.values();
			const members = sandbox.state.phonesOfGroup.get(7116)!;
			for (let id = 90_000; members.size < 120; id++) {
				sandbox.state.phones.set(id, { ...pattern, id: String(id), phone: `+49151${id}` });
				members.add(id);
			}
			const values = valuesOf(await searchToTheEnd());
			for (const id of members)
				expect(values.filter((value) => value === String(id)).length).toBe(1);
		});

		test('what is shown: number, columns and group', async () => {
			const entry = sandbox.state.phones.get('12344') as Record<string, string>;
			Object.assign(entry, { phone: '+93 701 234567', a: 'Mr. ', b: 'Smith ' });
			const found = (await searchToTheEnd()).flatMap(({ results }) => results);
			expect(found).toContainEqual({
				name: '+93 701 234567 Mr. Smith (Newsletter)',
				value: '12344',
			});
		});

		test.each(['0093 (70) 1234-567', '701234567', '+93 701', 'smith', 'newsletter'])(
			'"%s" finds it, however the number is written',
			async (filter) => {
				const entry = sandbox.state.phones.get('12344') as Record<string, string>;
				Object.assign(entry, { phone: '+93 701 234567', a: 'Mr. ', b: 'Smith ' });
				expect(valuesOf(await searchToTheEnd(filter))).toContain('12344');
			},
		);

		test('what is not there is not found', async () => {
			expect(valuesOf(await searchToTheEnd('no such entry'))).toEqual([]);
		});

		test('one page of results costs few requests, also when nothing is found', async () => {
			for (let n = 0; n < 15; n++) sandbox.fill({ groups: 1, phones: 2 });
			const { results, paginationToken } = await searchPhones.call(context(), 'no such entry');
			expect(results).toEqual([]);
			expect(paginationToken).toBeDefined();
			expect(sandbox.journal.entries()).toHaveLength(10);
			expect(sandbox.journal.entries().flatMap(({ warnings }) => warnings)).toEqual([]);
		});
	});

	test('all groups for a field that takes several of them, over all pages', async () => {
		const { groups } = sandbox.state;
		const [pattern] = groups.values();
		for (let id = 20_000; groups.size < 65; id++) groups.set(id, { ...pattern, id });
		const found = await getGroups.call(context());
		expect(found.map(({ value }) => String(value)).sort()).toEqual([...groups.keys()].sort());
		expect(found).toContainEqual({
			name: expect.stringMatching(/^Newsletter \(\d+\)$/),
			value: 7116,
		});
		expect(sandbox.journal.entries()).toHaveLength(3);
	});

	test('every list a field names is there', () => {
		const { description, methods } = new Lox24();
		const loaded = description.properties.flatMap(
			({ typeOptions }: INodeProperties) => typeOptions?.loadOptionsMethod ?? [],
		);
		expect(loaded).toContain('getGroups');
		for (const name of loaded) expect(Object.keys(methods.loadOptions)).toContain(name);
		const named = description.properties.flatMap(({ modes = [] }: INodeProperties) =>
			modes.flatMap(({ typeOptions }) => typeOptions?.searchListMethod ?? []),
		);
		expect(named.length).toBeGreaterThan(0);
		for (const name of named) expect(Object.keys(methods.listSearch)).toContain(name);
	});

	describe('what is no list is said, never shown as an empty one', () => {
		const foreign = ['{"login":"required"}', '{"message":"Welcome"}', '7'];

		test.each(foreign)('200 with %s', async (body) => {
			sandbox.faults.add({ kind: 'body', status: 200, body, times: 5 });
			await expect(searchGroups.call(context())).rejects.toThrow('did not respond with a list');
			await expect(getGroups.call(context())).rejects.toThrow('did not respond with a list');
		});

		test('the page of a proxy', async () => {
			sandbox.faults.add({ kind: 'html', status: 200, times: 5 });
			await expect(searchGroups.call(context())).rejects.toThrow('web page instead of');
		});

		test.each([301, 302, 307, 308])(
			'a redirect (%i) is not followed: the token would go along',
			async (status) => {
				sandbox.faults.add({ kind: 'status', status, times: 1 });
				await expect(searchGroups.call(context())).rejects.toThrow('redirects');
				expect(sandbox.journal.entries()).toHaveLength(1);
			},
		);

		test('a wrong token, searched for letter by letter, costs one request', async () => {
			for (const filter of ['n', 'ne', 'new', 'news', 'newsl']) {
				await expect(searchGroups.call(context('1000001:typed'), filter)).rejects.toThrow(
					'LOX24 refused the token',
				);
			}
			expect(sandbox.journal.entries()).toHaveLength(1);
		});
	});
});
