import { type Sandbox, startSandbox } from '../../sandbox';
import { byId } from './given';
import { run } from './run';

describe('group: exportPhones', () => {
	let sandbox: Sandbox;

	beforeAll(async () => {
		sandbox = await startSandbox();
	});
	afterAll(async () => await sandbox.close());
	beforeEach(() => sandbox.reset());

	const exported = async (output: string, more: object = {}) =>
		await run({
			node: 'lox24',
			url: sandbox.url,
			parameters: { resource: 'group', operation: 'exportPhones', groupId: byId('7116'), output },
			...more,
		});

	const respond = (body: string) =>
		sandbox.faults.add({ kind: 'body', status: 200, body, times: 5 });

	const HEAD = 'id,phone,Salutation,Name,col_C,col_D,col_E,callback_data\n';

	const itemsOf = async (body: string) => {
		respond(body);
		return (await exported('items')).main.map(({ json }) => json);
	};

	test('no value is lost, whatever the titles are', async () => {
		const head = 'id,phone,X (d),X (d) (d),X,X,X (d),callback_data\n';
		const [entry] = await itemsOf(`${head}1,+49151,1,2,3,4,5,x\n`);
		expect(Object.values(entry)).toEqual(['1', '+49151', '1', '2', '3', '4', '5', 'x']);
	});

	test('the file comes as LOX24 makes it, and says how many entries it has', async () => {
		const { main, error, pairedMain } = await exported('file', { items: [{}, {}] });
		expect(error).toBeUndefined();
		expect(pairedMain).toEqual([0, 1]);
		const { length } = [...sandbox.state.phonesOfGroup.get('7116')!];
		const file = main[0].binary!.data;
		const content = Buffer.from(file.data, 'base64');
		expect(main[0].json).toEqual({
			id: '7116',
			entries: length,
			fileName: 'group-7116.csv',
			size: content.length,
		});
		expect(file).toMatchObject({ mimeType: 'text/csv', fileName: 'group-7116.csv' });
		expect(content.toString()).toMatch(/^id,phone,/);
	});

	test.each(['plain', 'excel'] as const)(
		'items are what Get Many of Phone has, under the titles of the group, from the form %s',
		async (form) => {
			sandbox.settings.groupCsv = form;
			const { main } = await exported('items');
			const { main: phones } = await run({
				node: 'lox24',
				url: sandbox.url,
				parameters: {
					resource: 'phone',
					operation: 'getAll',
					groupId: byId('7116'),
					returnAll: true,
				},
			});
			sandbox.settings.groupCsv = 'plain';
			const group = sandbox.state.groups.get('7116') as unknown as Record<string, string | null>;
			expect(phones.length).toBeGreaterThan(1);
			expect(main.map(({ json }) => json)).toEqual(
				phones.map(({ json }) => ({
					id: json.id,
					phone: json.phone,
					...Object.fromEntries(
						['a', 'b', 'c', 'd', 'e'].map((letter) => [
							group[`name_${letter}`] ?? letter,
							json[letter] ?? '',
						]),
					),
					callback_data: json.callback_data ?? '',
				})),
			);
		},
	);

	test('a column without title has its letter; quotes, separators and lines in values stay', async () => {
		expect(
			await itemsOf(`${HEAD}"1","+4915","Mr. ","O""Connor, Sinéad","two\nlines",012,"",crm-1\n`),
		).toEqual([
			{
				...{ id: '1', phone: '+4915', Salutation: 'Mr. ', Name: 'O"Connor, Sinéad' },
				...{ c: 'two\nlines', d: '012', e: '', callback_data: 'crm-1' },
			},
		]);
	});

	test('titles that are taken, or that n8n would misread, have the letter behind them', async () => {
		const titles = 'id,phone,Name,Name,phone,error,__proto__,callback_data\n';
		const [item] = await itemsOf(`${titles}1,+49,A,B,C,D,E,x\n`);
		expect(Object.entries(item)).toEqual([
			...[
				['id', '1'],
				['phone', '+49'],
				['Name', 'A'],
				['Name (b)', 'B'],
				['phone (c)', 'C'],
			],
			...[
				['error (d)', 'D'],
				['__proto__ (e)', 'E'],
				['callback_data', 'x'],
			],
		]);
	});

	test('a line with more values than titles loses none, one with fewer has empty ones', async () => {
		const [long, short] = await itemsOf('id,phone,Name\n1,+49,A,left over\n2\n');
		expect(long).toEqual({ id: '1', phone: '+49', Name: 'A', 'column 4': 'left over' });
		expect(short).toEqual({ id: '2', phone: '', Name: '' });
	});

	test('an empty group gives a file with one line, and no items', async () => {
		respond(HEAD);
		expect((await exported('file')).main[0].json).toMatchObject({ entries: 0 });
		expect(await itemsOf(HEAD)).toEqual([]);
	});

	test.each([
		'<html>Sign in, id,phone</html>',
		'{"login":"required"}',
		'',
		'[]',
		'phone;name\n+49;x',
		'"<p>',
	])('what is no such file does not come out as one: %j', async (body) => {
		for (const output of ['file', 'items']) {
			respond(body);
			const { error } = await exported(output);
			expect(error?.message).toContain('not a CSV file with the entries of a group');
		}
	});

	test('a file that breaks off is no success', async () => {
		respond(`${HEAD}1,+49,"Mr`);
		const { error } = await exported('items');
		expect(error?.message).toBe('The CSV file is incomplete');
	});

	test('a refusal says why', async () => {
		sandbox.state.groups.delete('7116');
		const { error } = await exported('file');
		expect(error?.message).toContain('LOX24 did not find it');
	});
});
