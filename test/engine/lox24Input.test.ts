import type { INodeParameters } from 'n8n-workflow';

import * as views from '../../nodes/Lox24/resources/views';
import {
	bulkView,
	documentView,
	fraudCheckView,
	paymentView,
	phoneView,
	smsView,
	verifyCodeView,
} from '../../nodes/Lox24/resources/views';
import type { View } from '../../nodes/shared/answer/simplify';
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
			'Phone Numbers is not valid: "0151"',
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
			{ additionalFields: { address: { parts: { iso2: 'DE', city: 'x'.repeat(101) } } } },
			'City is too long: 101 characters',
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
		expect(error?.message).toMatch(/(ID|Code) is (not valid|empty)/);
		expect(sandbox.journal.entries()).toEqual([]);
	});
});

describe('LOX24: output', () => {
	let sandbox: Sandbox;

	beforeAll(async () => {
		sandbox = await startSandbox();
	});
	afterAll(async () => await sandbox.close());
	beforeEach(() => sandbox.reset());

	const SMS = 'ab6b6ceb-903a-11ea-aa81-96000028b339';

	test('simplified: fewer fields, codes in words, times readable', async () => {
		const parameters = { resource: 'sms', operation: 'get', smsId: byId(SMS) };
		const raw = await run({
			node: 'lox24',
			parameters: { ...parameters, simplify: false },
			url: sandbox.url,
		});
		const simple = await run({ node: 'lox24', parameters, url: sandbox.url });

		expect(raw.main[0].json).not.toHaveProperty('status');
		expect(Object.keys(raw.main[0].json).length).toBeGreaterThan(15);
		expect(simple.main[0].json).toMatchObject({
			uuid: SMS,
			status_code: 0,
			status: 'New',
			dlr_code: 0,
			delivery: 'No Report Yet',
			created_at_iso: new Date((raw.main[0].json.created_at as number) * 1000).toISOString(),
			gateway_sent_at_iso: null,
		});
		expect(simple.main[0].json).not.toHaveProperty('ip');
	});

	test('a code the table does not know comes through', async () => {
		const body = JSON.stringify({ uuid: SMS, status_code: 7777, dlr_code: 99 });
		sandbox.faults.add({ kind: 'body', status: 200, body, times: 1 });
		const { main } = await run({
			node: 'lox24',
			parameters: { resource: 'sms', operation: 'get', smsId: byId(SMS) },
			url: sandbox.url,
		});
		expect(main[0].json).toEqual({
			uuid: SMS,
			status_code: 7777,
			status: 7777,
			dlr_code: 99,
			delivery: 99,
		});
	});

	const ID = '12344';
	test.each([
		{ resource: 'sms', operation: 'get', smsId: byId(SMS), view: smsView },
		{ resource: 'bulk', operation: 'get', bulkId: byId(SMS), view: bulkView },
		{ resource: 'bulk', operation: 'getStatus', bulkId: byId(SMS), view: bulkView },
		{ resource: 'phone', operation: 'get', phoneId: byId(ID), view: phoneView },
		{ resource: 'verifyCode', operation: 'get', verifyCodeId: byId(SMS), view: verifyCodeView },
		{ resource: 'fraudCheck', operation: 'get', fraudCheckId: byId(SMS), view: fraudCheckView },
		{ resource: 'payment', operation: 'get', paymentId: byId(ID), view: paymentView },
		{ resource: 'invoice', operation: 'get', invoiceId: byId(ID), view: documentView },
		{ resource: 'creditNote', operation: 'get', creditNoteId: byId(ID), view: documentView },
	])(
		'$resource: $operation: codes the tables do not know come through, as number or text',
		async ({ view, ...parameters }) => {
			const names = view.names!;
			expect(names.length).toBeGreaterThan(0);
			for (const unknown of [7777, 'NEW_ONE']) {
				const codes = Object.fromEntries(names.map(({ code }) => [code, unknown]));
				const body = JSON.stringify({ ...codes, created_at: 1767222000 });
				sandbox.faults.add({ kind: 'body', status: 200, body, times: 1 });
				const { main } = await run({ node: 'lox24', parameters, url: sandbox.url });
				expect(main[0].json).toMatchObject(codes);
				expect(main[0].json).toMatchObject(
					Object.fromEntries(names.map(({ as }) => [as, unknown])),
				);
			}
		},
	);

	test('every view with readable names is in the test above', () => {
		const withNames = Object.values(views).filter(
			(one) => 'keep' in one && (one as View).names !== undefined,
		);
		expect(withNames).toHaveLength(7);
	});

	test.each(['invoice', 'creditNote'])('%s: the PDF is a file', async (resource) => {
		const map = resource === 'invoice' ? sandbox.state.invoices : sandbox.state.creditNotes;
		const [id] = map.keys();
		const { main, error } = await run({
			node: 'lox24',
			parameters: {
				resource,
				operation: 'download',
				[`${resource}Id`]: byId(String(id)),
				binaryPropertyName: 'pdf',
			},
			url: sandbox.url,
		});
		expect(error).toBeUndefined();
		const kind = resource === 'invoice' ? 'invoice' : 'credit-note';
		expect(main[0].json).toMatchObject({ id: String(id), fileName: `${kind}-${id}.pdf` });
		const file = main[0].binary!.pdf;
		expect(file.mimeType).toBe('application/pdf');
		expect(Buffer.from(file.data, 'base64').toString('latin1')).toMatch(/^%PDF-/);
	});

	test('a PDF that is refused says why', async () => {
		const { error } = await run({
			node: 'lox24',
			parameters: {
				resource: 'invoice',
				operation: 'download',
				invoiceId: byId('999999'),
				binaryPropertyName: 'data',
			},
			url: sandbox.url,
		});
		expect(error?.message).toContain('LOX24 did not find it');
	});

	test('an entry of a list with an error key does not make n8n run the node again', async () => {
		const body = JSON.stringify([{ id: 1, status: 1000, error: 'Card refused' }]);
		sandbox.faults.add({ path: '/payments*', kind: 'body', status: 200, body, times: 9 });
		const { main } = await run({
			node: 'lox24',
			parameters: { resource: 'payment', operation: 'getAll', limit: 1 },
			url: sandbox.url,
			retryOnFail: true,
		});
		expect(main[0].json).not.toHaveProperty('error');
		expect(main[0].json).toMatchObject({ serviceMessage: 'Card refused' });
		expect(sandbox.journal.entries()).toHaveLength(1);
	});
});
