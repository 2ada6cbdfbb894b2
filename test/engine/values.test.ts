import type { INodeParameters } from 'n8n-workflow';

import { futureTime, time } from '../../nodes/shared/input/time';
import { choice, listOf, number, text, yesOrNo, type About } from '../../nodes/shared/input/kind';
import { type Sandbox, startSandbox } from '../../sandbox';
import { byId, phoneCreateBatchFromItems } from './given';
import { type Given, run } from './run';

const about: About = {
	label: 'Delivery At',
	item: {
		getTimezone: () => 'Europe/Berlin',
		getNodeParameter: ((_name: string, fallback: unknown) => fallback) as never,
	},
};

/** 1 December 2026, 9:30 in Berlin. */
const MORNING = 1796113800;

describe('times', () => {
	const good: unknown[] = [
		...['01.12.2026 09:30', '1.12.2026 9:30', '2026-12-01 9:30', '2026-12-01T09:30:00'],
		...['2026-12-01T08:30:00Z', '2026-12-01T09:30:00.000+01:00', ' 2026-12-01T09:30 '],
		...[MORNING, String(MORNING), MORNING * 1000, `${MORNING}000`, new Date(MORNING * 1000)],
	];

	test.each(good)('%p is 1 December 2026, 9:30 in the zone of the workflow', (value) => {
		expect(time()(value, about)).toBe(MORNING);
	});

	const bad: Array<[unknown, string]> = [
		[46357, "spreadsheet's date number"],
		['46357.395833', "spreadsheet's date number"],
		['01/12/2026', 'has an ambiguous day and month'],
		['12/13/26', 'has an ambiguous day and month'],
		['tomorrow at 9', 'is not a date'],
		['Kunde 3', 'is not a date'],
		['29.02.2026', 'is not a date'],
		['2026-12-01 25:00', 'is not a date'],
		['1.12.1926', 'is not a date'],
		['2126-12-01', 'is not a date'],
		[0, 'is not a date'],
		[{}, 'is not a date'],
		[{ toString: '' }, 'is not a date'],
		[['2026-12-01'], 'is not a date'],
		[true, 'is not a date'],
	];

	test.each(bad)('%j %s', (value, says) => {
		expect(() => time()(value, about)).toThrow(says);
	});

	test('the last day of a period belongs to it; a time of that day is meant as it stands', () => {
		const end = time({ isEnd: true });
		expect(end('2026-12-01', about)).toBe(1796165999);
		expect(end('1.12.2026', about)).toBe(1796165999);
		expect(end('2026-12-01T00:00', about)).toBe(1796079600);
	});

	test('0 is at once; what is more than a day past is refused', () => {
		const delivery = futureTime('options.allowPastTimes');
		expect(delivery(0, about)).toBe(0);
		expect(delivery('0', about)).toBe(0);
		expect(() => delivery('2020-01-01', about)).toThrow('is not valid');
		const item = { ...about.item, getNodeParameter: (() => true) as never };
		expect(delivery('2020-01-01', { ...about, item })).toBe(1577833200);
	});
});

describe('other kinds', () => {
	test.each([[5], ['5'], [' 5 ']])('%j is a number', (value) => {
		expect(number()(value, about)).toBe(5);
	});

	test.each([NaN, Infinity, '5,5', 'five', {}, [5], true, '1e3'])('%p is none', (value) => {
		expect(() => number()(value, about)).toThrow('Delivery At');
	});

	test('texts, switches, choices and lists', () => {
		expect(text()(12345, about)).toBe('12345');
		expect(text()(true, about)).toBe('true');
		expect(() => text()({ a: 1 }, about)).toThrow('{"a":1}');
		expect(() => text()(['a'], about)).toThrow('["a"]');
		expect(() => text()('Dear [object Object]', about)).toThrow('is not valid');
		expect(() => text()('#N/A', about)).toThrow('is not valid');
		expect(yesOrNo([true, false])('FALSE', about)).toBe(false);
		expect(yesOrNo([true, false])(' ', about)).toBeUndefined();
		expect(choice([{ name: 'A', value: 1 }])('1', about)).toBe(1);
		expect(() => choice([{ name: 'A', value: 1 }])('2', about)).toThrow('is not valid');
		expect(choice([{ name: 'A', value: 1 }], true)('2', about)).toBe('2');
		expect(listOf(text())(['a', ['b', ''], null, 'a'], about)).toEqual(['a', 'b']);
		expect(listOf(text())([''], about)).toBeUndefined();
	});

	test('signs that nobody sees are shown', () => {
		expect(() => number()('1\u200E2', about)).toThrow('"1\\u200e2"');
	});
});

describe('on the wire', () => {
	let sandbox: Sandbox;

	beforeAll(async () => {
		sandbox = await startSandbox();
	});
	afterAll(async () => await sandbox.close());
	beforeEach(() => sandbox.reset());

	const sms = (parameters: INodeParameters, items: Given['items'] = [{}]): Given => ({
		node: 'lox24',
		parameters: {
			resource: 'sms',
			operation: 'send',
			senderId: 'MyShop',
			phone: '+4915112345678',
			text: 'Hello',
			...parameters,
		},
		items,
		url: sandbox.url,
	});
	const sent = () => sandbox.journal.entries().map(({ json }) => json);

	test('numbers out of a spreadsheet go out as texts', async () => {
		const fields = {
			text: '={{ $json.text }}',
			phone: '={{ $json.phone }}',
			additionalFields: { callbackData: '={{ $json.id4711 }}' },
			options: { country: 'DE' },
		};
		const row = { text: 12345, phone: 491713920001, id4711: 4711 };
		expect((await run(sms(fields, [row]))).error).toBeUndefined();
		expect(sent()).toMatchObject([
			{ text: '12345', callback_data: '4711', phone: '+491713920001' },
		]);
	});

	test('nothing is sent in stop mode while any of 30 rows is bad', async () => {
		const items = Array.from({ length: 30 }, (_, id) => ({ text: id === 23 ? { a: 1 } : id }));
		const { error } = await run(sms({ text: '={{ $json.text }}' }, items));
		expect(error?.message).toContain('input item 23: Text is not valid: {"a":1}');
		expect(sent()).toEqual([]);
	});

	test.each(['true', 'TRUE', 1])('a switch of the options as %j is on', async (on) => {
		const batch = { operation: 'batchDelete', options: { applyToAllMessages: '={{ $json.on }}' } };
		expect((await run(sms(batch, [{ on }]))).error).toBeUndefined();
		const options = { skipIfAlreadySent: '={{ $json.on }}' };
		const { error } = await run(sms({ options }, [{ on }]));
		expect(error?.message).toContain('Skip If Already Sent needs Callback Data');
	});

	test.each(['false', 'no', '', { a: 1 }])('Apply To All Messages as %j does not', async (on) => {
		const batch = { operation: 'batchDelete', options: { applyToAllMessages: '={{ $json.on }}' } };
		expect((await run(sms(batch, [{ on: on as never }]))).error).toBeDefined();
		expect(sandbox.journal.entries()).toEqual([]);
	});

	test('700 letters and an emoji are counted before sending', async () => {
		const { error } = await run(sms({ text: `${'a'.repeat(700)}📞` }));
		expect(error?.message).toContain('at most 670 are possible');
		expect((await run(sms({ text: 'a'.repeat(1530) }))).error).toBeUndefined();
		expect((await run(sms({ text: 'a'.repeat(1531) }))).error?.message).toContain('1530');
	});

	const added = [
		{ deliveryAt: '={{ $json.nothing }}' },
		{ source: '={{ $json.nothing }}' },
		{ deliveryAt: '' },
	];

	test.each(added)('%j was added but is empty: refused', async (additionalFields) => {
		const { error } = await run(sms({ additionalFields }));
		expect(error?.message).toMatch(/(Delivery At|Source) is empty/);
		expect(sent()).toEqual([]);
	});

	test('an end of a range that an expression leaves empty is refused, in a batch and in a list', async () => {
		const range = { from: '2026-01-01', to: '={{ $json.nothing }}' };
		for (const operation of ['batchDelete', 'getAll']) {
			const { error } = await run(sms({ operation, filters: { createdAtRange: { range } } }));
			expect(error?.message).toContain('To is empty');
		}
		expect(sandbox.journal.entries()).toEqual([]);
	});

	test('columns are matched without case and blanks; what matches nothing is named once', async () => {
		const schema = [
			{
				id: 'a',
				displayName: 'Salutation (a)',
				required: false,
				defaultMatch: false,
				display: true,
			},
		];
		const { main } = await run({
			node: 'lox24',
			parameters: {
				...phoneCreateBatchFromItems,
				columns: { mappingMode: 'autoMapInputData', value: null, schema },
			} as INodeParameters,
			items: [
				{ '\uFEFFPhone': '+4915112345678', salutation: 'Ms. ', row_number: 2 },
				{ 'PHONE ': '+4915112345679', 'Salutation ': 'Mr. ', Town: 'Bonn' },
			],
			url: sandbox.url,
		});
		expect(main.map(({ json }) => json.a)).toEqual(['Ms. ', 'Mr. ']);
	});

	test('row_number of Google Sheets is no field of Phones (JSON)', async () => {
		const phonesJson = '[{"phone":"+4915112345678","row_number":2}]';
		await run({
			node: 'lox24',
			parameters: {
				resource: 'phone',
				operation: 'createBatch',
				groupId: byId('={{ " 7116 " }}'),
				phonesFrom: 'json',
				phonesJson,
			},
			url: sandbox.url,
		});
		expect(sent()).toEqual([[{ phone: '+4915112345678' }]]);
	});

	test.each([50, 'x', { a: 1 }, Infinity, [50]])('a payment of %j', async (amount) => {
		const { error } = await run({
			node: 'lox24',
			parameters: {
				resource: 'payment',
				operation: 'create',
				netVal: '={{ $json.amount }}',
				type: 'sepa',
				methodId: 1,
				confirm: true,
			},
			items: [{ amount: amount as never }],
			url: sandbox.url,
		});
		if (amount === 50) expect(sent()).toMatchObject([{ net_val: 50 }]);
		else {
			expect(error?.message).toContain('Net Amount is not valid');
			expect(sent()).toEqual([]);
		}
	});
});
