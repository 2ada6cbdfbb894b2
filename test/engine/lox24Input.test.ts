import type { INodeParameters } from 'n8n-workflow';

import { Lox24 } from '../../nodes/Lox24/Lox24.node';
import { type Sandbox, startSandbox } from '../../sandbox';
import { byId } from './given';
import { lox24Operations } from './lox24Operations';
import { run } from './run';

const caseOf = (id: string) => lox24Operations.find((one) => one.id === id)!.parameters;

describe('LOX24: input that is refused before anything is sent', () => {
	let sandbox: Sandbox;

	beforeAll(async () => {
		sandbox = await startSandbox();
	});
	afterAll(async () => await sandbox.close());
	beforeEach(() => sandbox.reset());

	const steps = (...channels: string[]) => ({
		routingStrategy: { steps: channels.map((channel) => ({ channel })) },
	});

	const address = (parts: INodeParameters) => ({ additionalFields: { address: { parts } } });
	const code = (additionalFields: INodeParameters) => ({ additionalFields });
	const timeout = (timeoutSec: string) => ({
		routingStrategy: { steps: [{ channel: 'telegram', timeoutSec }] },
	});

	const refused: Array<[string, string, INodeParameters, string]> = [
		[
			'a bulk without groups',
			'bulks.create',
			{ groupIds: '={{ [] }}' },
			'Group Names or IDs is empty',
		],
		[
			'a bulk to a group that is none',
			'bulks.create',
			{ groupIds: ['={{ "x" }}'] },
			'Group Names or IDs is not valid: "x"',
		],
		[
			'a bulk without numbers',
			'bulks.create',
			{ recipientsFrom: 'list', phones: ['={{ "" }}'] },
			'Phone Numbers is empty',
		],
		[
			'a bulk with a number that is none',
			'bulks.create',
			{ recipientsFrom: 'list', phones: ['+491511', '0151'] },
			'Phone Numbers has no country code: "0151"',
		],
		[
			'a number to block',
			'blockedNumbers.create',
			{ number: '={{ "12" }}' },
			'Number is not valid',
		],
		['a code without channels', 'verifyCodes.create', { routingStrategy: {} }, 'Channels is empty'],
		['a channel twice', 'verifyCodes.create', steps('voice', 'voice'), 'the same channel twice'],
		['SMS first', 'verifyCodes.create', steps('sms', 'voice'), 'SMS before another channel'],
		[
			'a check of nothing',
			'fraudChecks.create',
			{ additionalFields: { callbackData: 'x' } },
			'There is nothing to check',
		],
		[
			'an address with a long city',
			'fraudChecks.create',
			address({ iso2: 'DE', city: 'x'.repeat(101), streetName: 'Main Street' }),
			'City is too long: 101 characters',
		],
		[
			'half an address',
			'fraudChecks.create',
			address({ iso2: 'DE', city: '', postcode: '10115' }),
			'Address has no City, no Street: {"iso2":"DE","postcode":"10115"}',
		],
		[
			'an address in no country',
			'fraudChecks.create',
			address({ iso2: 'Germany', city: 'Berlin', streetName: 'Main Street' }),
			'Country is not valid: "Germany"',
		],
		['a short code', 'verifyCodes.create', code({ code: '123' }), 'Code is not valid: "123"'],
		['a long code', 'verifyCodes.create', code({ code: 'x'.repeat(9) }), 'Code is not valid: "xxx'],
		[
			'a code of three digits',
			'verifyCodes.create',
			code({ codeLength: '={{ 3 }}' }),
			'Code Length is not valid: 3',
		],
		[
			'a code of nine digits',
			'verifyCodes.create',
			code({ codeLength: '={{ "9" }}' }),
			'Code Length is not valid: "9"',
		],
		[
			'a code of some digits',
			'verifyCodes.create',
			code({ codeLength: '={{ 4.5 }}' }),
			'Code Length is not valid: 4.5',
		],
		[
			'a channel that gives up at once',
			'verifyCodes.create',
			timeout('={{ 29 }}'),
			'Timeout (Seconds) is not valid: 29',
		],
		[
			'a channel that waits for ever',
			'verifyCodes.create',
			timeout('={{ 3601 }}'),
			'Timeout (Seconds) is not valid: 3601',
		],
		[
			'a group with an entry without a number',
			'groups.create',
			{ additionalFields: { phones: { entries: [{ phone: '', a: 'Ms. ' }] } } },
			'Phone Number is empty',
		],
		[
			'a group with a long entry',
			'groups.create',
			{ additionalFields: { phones: { entries: [{ phone: '1'.repeat(31) }] } } },
			'Phone Number is too long: 31 characters',
		],
		[
			'a group that ends at some time',
			'groups.update',
			{ updateFields: { deletedAt: '={{ "soon" }}' } },
			'Delete At is not a date: "soon"',
		],
		[
			'a filter for a blocked number that is none',
			'blockedNumbers.list',
			{ filters: { number: '={{ "0151 1" }}' } },
			'Number has no country code: "0151 1"',
		],
		[
			'a payment not confirmed',
			'payments.create',
			{ confirm: false },
			'The payment is not confirmed',
		],
		['a payment of nothing', 'payments.create', { netVal: 0 }, 'Net Amount is not valid'],
		['a payment by nothing', 'payments.create', { methodId: 0 }, 'Method ID is not valid'],
		['a campaign to nowhere', 'shortLinkCampaigns.create', { url: 'example' }, 'URL is not valid'],
		['a group without a name', 'groups.create', { name: '={{ "" }}' }, 'Name is empty'],
		['a long name', 'groups.update', { name: 'x'.repeat(51) }, 'Name is too long'],
		['delete by filter without one', 'sms.batchDelete', { filters: {} }, 'every message'],
	];

	test.each(refused)('%s', async (_name, id, more, message) => {
		const { error } = await run({
			node: 'lox24',
			parameters: { ...caseOf(id), ...more },
			url: sandbox.url,
		});
		expect(error?.message).toContain(message);
		expect(error?.description).toContain('Nothing was sent');
		expect(sandbox.journal.entries()).toEqual([]);
	});

	test.each(['4', '8', 4, 8])('the limits belong to what is possible: %j', async (limit) => {
		const length = Number(limit);
		const { error } = await run({
			node: 'lox24',
			parameters: {
				...caseOf('verifyCodes.create'),
				routingStrategy: { steps: [{ channel: 'telegram', timeoutSec: length === 4 ? 30 : 3600 }] },
				additionalFields: {
					code: `={{ ${'1'.repeat(length)} }}`,
					codeLength: `={{ ${JSON.stringify(limit)} }}`,
				},
			},
			url: sandbox.url,
		});
		expect(error).toBeUndefined();
		expect(sandbox.journal.entries()[0]).toMatchObject({
			status: 201,
			json: { code: '1'.repeat(length), code_length: length },
		});
	});

	test('the timeout of a channel that takes none is not looked at', async () => {
		const { error } = await run({
			node: 'lox24',
			parameters: {
				...caseOf('verifyCodes.create'),
				routingStrategy: { steps: [{ channel: 'voice', timeoutSec: '={{ 1 }}' }] },
			},
			url: sandbox.url,
		});
		expect(error).toBeUndefined();
	});

	const idCases = lox24Operations.flatMap(({ id, parameters }) =>
		Object.entries(parameters)
			.filter(([name, value]) => /(Id|Code)$/.test(name) && typeof value === 'object')
			.filter(
				() => !['shortLinkCampaigns.subscribe', 'shortLinkCampaigns.unsubscribe'].includes(id),
			)
			.flatMap(([name]) =>
				['..', '%2e%2e', 'a/b', ' ', '📞', '', '?x=1'].map((value) => ({ id, name, value })),
			),
	);

	test.each(idCases)('$id: $name $value', async ({ id, name, value }) => {
		const { error } = await run({
			node: 'lox24',
			parameters: { ...caseOf(id), [name]: byId(`={{ ${JSON.stringify(value)} }}`) },
			url: sandbox.url,
		});
		const label = new Lox24().description.properties.find((one) => one.name === name)?.displayName;
		expect(error?.message).toMatch(new RegExp(`^${label} is (not valid|empty)`));
		expect(sandbox.journal.entries()).toEqual([]);
	});
});
