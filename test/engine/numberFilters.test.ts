import { type Sandbox, startSandbox } from '../../sandbox';
import { run } from './run';

describe('LOX24: numbers in filters', () => {
	let sandbox: Sandbox;

	beforeAll(async () => {
		sandbox = await startSandbox();
	});
	afterAll(async () => await sandbox.close());
	beforeEach(() => sandbox.reset());

	const PART = { resource: 'sms', name: 'phone' };
	test.each([
		{ ...PART, given: '0049 (151) 123-456 78', sent: 'phone=+4915112345678' },
		{ ...PART, given: '+49 151/12345678', sent: 'phone=+4915112345678' },
		{ ...PART, given: '151 123', sent: 'phone=151123' },
		{ ...PART, given: '00 49', sent: 'phone=0049' },
		{ ...PART, given: '+49 1', sent: 'phone=+491' },
		{ ...PART, given: '-', sent: 'phone=-' },
		{ ...PART, given: 'office', sent: 'phone=office' },
		{ resource: 'incoming', name: 'from', given: '0049 151 12345678', sent: 'from=+4915112345678' },
		{ resource: 'incoming', name: 'from', given: 'My Shop', sent: 'from=My Shop' },
		{ resource: 'incoming', name: 'to', given: '0049 151 12345678', sent: 'to=+4915112345678' },
		{
			resource: 'fraudCheck',
			name: 'requestPhone',
			given: '0049 151 12345678',
			sent: 'request_phone.phone=+4915112345678',
		},
		{ resource: 'blockedNumber', name: 'number', given: '0049 151 1', sent: 'number=+491511' },
		{ resource: 'blockedNumber', name: 'number', given: '', sent: '' },
	])('$resource, $name: "$given" is sent as "$sent"', async ({ resource, name, given, sent }) => {
		for (const withoutCustomOperations of [false, true]) {
			sandbox.journal.clear();
			const { error } = await run({
				node: 'lox24',
				parameters: { resource, operation: 'getAll', filters: { [name]: given } },
				url: sandbox.url,
				withoutCustomOperations,
			});
			expect(error).toBeUndefined();
			const query = decodeURIComponent(sandbox.journal.entries()[0].query);
			expect(query.replace(/&?page=1$/, '')).toBe(sent);
		}
	});

	test('a number that is written for reading finds the messages to it', async () => {
		const [{ phone }] = sandbox.state.sms.values();
		const written = phone.replace(/^\+(..)(...)/, '00$1 ($2) ');
		const { main } = await run({
			node: 'lox24',
			parameters: { resource: 'sms', operation: 'getAll', filters: { phone: written } },
			url: sandbox.url,
		});
		expect(main.length).toBeGreaterThan(0);
		for (const { json } of main) expect(json.phone).toBe(phone);
	});
});
