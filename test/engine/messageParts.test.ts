import { messageParts } from '../../nodes/Lox24/resources/sms/messageParts';
import { type Sandbox, startSandbox } from '../../sandbox';
import { run } from './run';

describe('what a text costs in parts', () => {
	test.each([
		['empty', '', 'GSM-7', 0, 1],
		['one part', 'a'.repeat(160), 'GSM-7', 160, 1],
		['one more', 'a'.repeat(161), 'GSM-7', 161, 2],
		['two full parts', 'a'.repeat(306), 'GSM-7', 306, 2],
		['three parts', 'a'.repeat(307), 'GSM-7', 307, 3],
		['ten parts, the most', 'a'.repeat(1530), 'GSM-7', 1530, 10],
		['the euro sign counts twice', '€'.repeat(80), 'GSM-7', 160, 1],
		['81 of them need two parts', '€'.repeat(81), 'GSM-7', 162, 2],
		['all of the extension table', '\f^{}\\[~]|€', 'GSM-7', 20, 1],
		['umlauts and Greek capitals are GSM', 'ÄÖÜäöüßÑñÉéΔΩ', 'GSM-7', 13, 1],
		['a small cedilla is not', 'ç', 'UCS-2', 1, 1],
		['Unicode, one part', 'ы'.repeat(70), 'UCS-2', 70, 1],
		['Unicode, one more', 'ы'.repeat(71), 'UCS-2', 71, 2],
		['Unicode, two full parts', 'ы'.repeat(134), 'UCS-2', 134, 2],
		['Unicode, ten parts', 'ы'.repeat(670), 'UCS-2', 670, 10],
		['an emoji counts twice', '📞', 'UCS-2', 2, 1],
		['35 emoji fill one part', '📞'.repeat(35), 'UCS-2', 70, 1],
		// 33 in each part: the 67th unit would split one.
		['67 emoji need three parts', '📞'.repeat(67), 'UCS-2', 134, 3],
	])('%s', (_name, text, encoding, characters, parts) => {
		expect(messageParts(text)).toEqual({ encoding, characters, parts });
	});

	test('an extension character is not split between two parts', () => {
		expect(messageParts('a'.repeat(152) + '€'.repeat(77))).toMatchObject({
			characters: 306,
			parts: 3,
		});
	});

	test('forced Unicode', () => {
		expect(messageParts('abc', true)).toEqual({ encoding: 'UCS-2', characters: 3, parts: 1 });
	});
});

describe('sms: send and dryRun', () => {
	let sandbox: Sandbox;

	beforeAll(async () => {
		sandbox = await startSandbox();
	});
	afterAll(async () => await sandbox.close());
	beforeEach(() => sandbox.reset());

	const send = async (operation: string, more: object = {}) =>
		await run({
			node: 'lox24',
			parameters: {
				resource: 'sms',
				operation,
				senderId: 'MyShop',
				phone: '+4915112345678',
				text: 'Hello',
				...more,
			},
			url: sandbox.url,
		});

	test.each(['send', 'dryRun'])('%s: the result says how it is sent', async (operation) => {
		const { main, error } = await send(operation);
		expect(error).toBeUndefined();
		expect(main[0].json.message).toEqual({ encoding: 'GSM-7', characters: 5, parts: 1 });
	});

	test('a voice message is not counted', async () => {
		const { main } = await send('send', { additionalFields: { serviceCode: 'text2speech' } });
		expect(main[0].json).not.toHaveProperty('message');
	});

	test.each([
		['0049 (151) 123-456.78', '+4915112345678'],
		['+49 151/12345678', '+4915112345678'],
	])('the number %s is sent as %s', async (phone, sent) => {
		await send('send', { phone });
		expect(sandbox.journal.entries()[0].json).toMatchObject({ phone: sent });
	});

	test.each(['0151 12345678', '151', '+0151', 'abc', '+49151123456789012', '+49\u{1F4DE}'])(
		'the number %j is refused, with its value, before sending',
		async (phone) => {
			const { error } = await send('send', { phone: `={{ ${JSON.stringify(phone)} }}` });
			expect(error?.message).toMatch(/Phone Number (is not valid|has no country code)/);
			expect(error?.message).toContain(JSON.stringify(phone));
			expect(sandbox.journal.entries()).toEqual([]);
		},
	);

	test.each(['a sender of its own', 'dot.com', '', '+49151123456789012'])(
		'the sender %j is refused before sending',
		async (senderId) => {
			const { error } = await send('send', { senderId: `={{ ${JSON.stringify(senderId)} }}` });
			expect(error?.message).toMatch(/Sender ID is (not valid|empty)/);
			expect(sandbox.journal.entries()).toEqual([]);
		},
	);
});
