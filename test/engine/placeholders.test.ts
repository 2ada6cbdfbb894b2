import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { type Sandbox, startSandbox } from '../../sandbox';
import { type Given, retry, run } from './run';

/** Columns: Salutation, Last name, Appointment, Amount, Place. */
const NEWSLETTER = 7116;
/** Columns: First name, Last name, Next visit; the others have no title. */
const PATIENTS = 7117;

describe('placeholders in texts', () => {
	let sandbox: Sandbox;

	beforeAll(async () => {
		sandbox = await startSandbox();
	});
	afterAll(async () => await sandbox.close());
	beforeEach(() => sandbox.reset());

	const bulk = (text: string, more: Partial<Given> & { parameters?: INodeParameters } = {}) => ({
		node: 'lox24' as const,
		url: sandbox.url,
		...more,
		parameters: {
			resource: 'bulk',
			operation: 'create',
			recipientsFrom: 'groups',
			groupIds: [NEWSLETTER],
			senderId: 'MyShop',
			text,
			...more.parameters,
		},
	});
	const requests = () => sandbox.journal.entries().map(({ method, url }) => `${method} ${url}`);
	const texts = () =>
		sandbox.journal
			.entries()
			.filter(({ method }) => method === 'POST')
			.map(({ json }) => (json as IDataObject).text);
	const change = (id: number, fields: object) =>
		Object.assign(sandbox.state.groups.get(String(id)) as object, fields);

	test.each(['create', 'dryRun'])(
		'%s: columns of the group and short links are sent as they are',
		async (operation) => {
			const text = 'Dear [Salutation] [Last name], your table: [slink aB3x]';
			const { error } = await run(bulk(text, { parameters: { operation } }));
			expect(error).toBeUndefined();
			expect(texts()).toEqual([text]);
			expect(requests()[0]).toBe(`GET /groups/${NEWSLETTER}`);
		},
	);

	test('case and blanks do not matter: the text goes out with the title of the group', async () => {
		await run(bulk('[salutation] [ LAST NAME ] [Last name]'));
		expect(texts()).toEqual(['[Salutation] [Last name] [Last name]']);
	});

	test('a title may hold signs that mean something elsewhere', async () => {
		change(NEWSLETTER, { name_a: '$& (.*)', name_b: 'Amount [EUR]', name_c: 'slink' });
		await run(bulk('[$& (.*)] [Amount [EUR]] [slink]'));
		expect(texts()).toEqual(['[$& (.*)] [Amount [EUR]] [slink]']);
	});

	test.each(['[First name]', '[5 EUR]', '[nam]', '[Last  name]', '[col_A]', '[a]'])(
		'%s is no column: refused with the columns of the group, nothing is sent',
		async (placeholder) => {
			const { error } = await run(bulk(`Dear [Salutation] ${placeholder}`));
			expect(error?.message).toContain(
				`not a column of the group "Newsletter" (${NEWSLETTER}): "${placeholder}"`,
			);
			expect(error?.description).toContain(
				'[Salutation], [Last name], [Appointment], [Amount], [Place]',
			);
			expect(error?.description).toContain('Allow Unknown Placeholders');
			expect(requests()).toEqual([`GET /groups/${NEWSLETTER}`]);
		},
	);

	test('a column that only one of the groups has is refused', async () => {
		const parameters = { groupIds: [NEWSLETTER, PATIENTS] };
		const { error } = await run(bulk('[Last name] [Place]', { parameters }));
		expect(error?.message).toContain(
			`not a column of the group "Patients" (${PATIENTS}): "[Place]"`,
		);
		sandbox.reset();
		await run(bulk('[Last name]', { parameters }));
		expect(texts()).toEqual(['[Last name]']);
	});

	test('groups that write a title differently are refused, because one text goes to both', async () => {
		change(PATIENTS, { name_b: 'last name' });
		const parameters = { groupIds: [NEWSLETTER, PATIENTS] };
		const { error } = await run(bulk('[Last name]', { parameters }));
		expect(error?.message).toContain('not a column of the group "Patients"');
	});

	test('a group without titles says so', async () => {
		change(PATIENTS, { name_a: null, name_b: '', name_c: null });
		const { error } = await run(bulk('[Name]', { parameters: { groupIds: [PATIENTS] } }));
		expect(error?.description).toContain('None of its columns has a title');
	});

	test('texts without placeholders need no look at the group', async () => {
		for (const text of ['Hello', '[slink aB3x]', '[ ]', `[${'x'.repeat(51)}]`]) {
			sandbox.reset();
			sandbox.journal.clear();
			await run(bulk(text));
			expect(requests()).toEqual(['POST /bulks']);
		}
	});

	test('with the option, everything is sent as it is, and nothing is looked up', async () => {
		const parameters = { options: { allowUnknownPlaceholders: true } };
		await run(bulk('[5 EUR] [slink] [LAST NAME]', { parameters }));
		expect(texts()).toEqual(['[5 EUR] [slink] [LAST NAME]']);
		expect(requests()).toEqual(['POST /bulks']);
	});

	test.each([
		{ recipientsFrom: 'list', phones: ['+4915112345678'] },
		{ recipientsFrom: 'items', phone: '+4915112345678' },
	])('recipients from $recipientsFrom have no columns', async (parameters) => {
		const { error } = await run(bulk('Dear [Name]', { parameters }));
		expect(error?.message).toContain('the recipients have no columns: "[Name]"');
		expect(requests()).toEqual([]);
		await run(bulk('See [slink aB3x]', { parameters }));
		const options = { allowUnknownPlaceholders: true };
		await run(bulk('[MyShop] Hello', { parameters: { ...parameters, options } }));
		expect(texts()).toEqual(['See [slink aB3x]', '[MyShop] Hello']);
	});

	test('many items: each group is read once, and one bad text means that nothing is sent', async () => {
		const items = Array.from({ length: 20 }, (_, index) => ({
			name: index === 17 ? 'x' : 'Place',
		}));
		const given = bulk('=[{{ $json.name }}]', { items });
		const { error } = await run(given);
		expect(error?.message).toContain('input item 17: Text has a placeholder');
		expect(requests()).toEqual([`GET /groups/${NEWSLETTER}`]);

		sandbox.journal.clear();
		const { main, errors } = await run({ ...given, onError: 'continueErrorOutput' });
		expect(main).toHaveLength(19);
		expect(errors).toHaveLength(1);
		expect(errors[0].json).toMatchObject({ details: { outcome: 'not sent' } });
		expect(requests().filter((one) => one.startsWith('GET'))).toHaveLength(1);
	});

	test('a group that is not there, or a response from somebody else: not sent, and it says why', async () => {
		const parameters = { groupIds: [99] };
		const { error } = await run(bulk('[Name]', { parameters }));
		expect(error?.message).toContain('LOX24 did not find it (GET /groups/99)');
		sandbox.faults.add({ kind: 'body', status: 200, body: '{}', times: 9 });
		const other = await run(bulk('[Name]', { onError: 'continueRegularOutput' }));
		expect(other.main[0].json.error).toContain('its columns are unknown');
		expect(texts()).toEqual([]);
	});

	test('one refused token is enough to stop', async () => {
		const { error } = await run(
			bulk('[Name]', { items: [{}, {}, {}], token: '1000001:wrong', onError: 'stopWorkflow' }),
		);
		expect(error?.message).toContain('refused the token');
		expect(requests()).toHaveLength(1);
	});

	test('on Retry, what was sent is not looked at again', async () => {
		const given = bulk('=[{{ $json.name }}]', {
			items: [{ name: 'Place' }, { name: 'Amount' }],
			retryOnFail: false,
		});
		sandbox.faults.add({ path: '/bulks', kind: 'status', status: 422, skip: 1, times: 1 });
		const failed = await run({
			...given,
			parameters: { ...given.parameters, options: { concurrency: 1 } },
		});
		expect(failed.error?.httpCode).toBe('422');
		change(NEWSLETTER, { name_e: 'Town' });
		sandbox.journal.clear();
		const { main, error } = await retry(given, failed);
		expect(error).toBeUndefined();
		expect(main).toHaveLength(2);
		expect(texts()).toEqual(['[Amount]']);
	});

	test.each([true, false])(
		'n8n older agents get there as well: %s',
		async (withoutCustomOperations) => {
			const { error } = await run(bulk('[nam]', { withoutCustomOperations }));
			expect(error?.message).toContain('not a column of the group');
			expect(texts()).toEqual([]);
		},
	);

	describe('SMS', () => {
		const sms = (text: string, options: INodeParameters = {}) => ({
			node: 'lox24' as const,
			url: sandbox.url,
			parameters: {
				...{ resource: 'sms', operation: 'send', senderId: 'MyShop', phone: '+4915112345678' },
				...{ text, options },
			},
		});

		test('brackets are text, short links are checked', async () => {
			await run(sms('[Name] [slink aB3x]'));
			const { error } = await run(sms('Look: [slink ]'));
			expect(error?.message).toBe('Text has a short link without the ID of a campaign: "[slink ]"');
			await run(sms('Look: [slink ]', { allowUnknownPlaceholders: true }));
			expect(texts()).toEqual(['[Name] [slink aB3x]', 'Look: [slink ]']);
		});
	});
});
