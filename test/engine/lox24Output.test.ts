import type { INodeParameters } from 'n8n-workflow';

import * as views from '../../nodes/Lox24/fields/views';
import {
	bulkView,
	documentView,
	fraudCheckView,
	paymentView,
	phoneView,
	smsView,
	verifyCodeView,
} from '../../nodes/Lox24/fields/views';
import type { View } from '../../nodes/shared/description/simplify';
import { type Sandbox, startSandbox } from '../../sandbox';
import { byId } from './given';
import { lox24Operations } from './lox24Operations';
import { run } from './run';

const caseOf = (id: string) => lox24Operations.find((one) => one.id === id)!.parameters;

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

	describe.each([
		['as n8n runs it in a workflow', false],
		["on n8n's declarative engine", true],
	])('what is made or changed, %s', (_case, withoutCustomOperations) => {
		interface Write {
			id: string;
			words: object;
			/** What the simplified fields leave out. */
			gone?: string;
		}
		const writes: Write[] = [
			{ id: 'sms.send', words: { status: 'New', delivery: 'No Report Yet' }, gone: 'ip' },
			{ id: 'sms.dryrun', words: { status: 'New', delivery: 'No Report Yet' }, gone: 'ip' },
			{ id: 'bulks.create', words: { status: 'New', processed_at_iso: null }, gone: 'key_id' },
			{ id: 'bulks.dryrun', words: { status: 'Done', is_dryrun: true }, gone: 'key_id' },
			{ id: 'verifyCodes.create', words: { status_name: 'New', code: '123456' }, gone: 'history' },
			{ id: 'fraudChecks.create', words: { status: 'New', request_ip: { ip: '192.0.2.1' } } },
			{
				id: 'payments.create',
				words: { status_name: 'New', type_name: 'SEPA', completed_at_iso: null },
				gone: 'vat_val',
			},
		];
		const first = async (parameters: INodeParameters) => {
			const { main, error } = await run({
				node: 'lox24',
				parameters,
				url: sandbox.url,
				withoutCustomOperations,
			});
			expect(error).toBeUndefined();
			expect(main).toHaveLength(1);
			return main[0].json;
		};

		test.each(writes)('$id: simplified, or raw if wanted', async ({ id, words, gone }: Write) => {
			const simple = await first(caseOf(id));
			expect(simple).toMatchObject(words);
			if (gone) expect(simple).not.toHaveProperty(gone);
			const { created_at: createdAt } = simple;
			expect(simple.created_at_iso).toBe(new Date(Number(createdAt) * 1000).toISOString());

			sandbox.reset();
			const raw = await first({ ...caseOf(id), simplify: false });
			if (gone) expect(raw).toHaveProperty(gone);
			expect(raw).not.toHaveProperty('created_at_iso');
		});

		test.each([
			{ simplify: true, status: 'Cancelled' },
			{ simplify: false, status: undefined },
		])('bulks.cancel: $simplify', async ({ status, ...more }) => {
			const bulk = [...sandbox.state.bulks.values()].find(({ status_code }) => status_code === 0);
			const parameters = { resource: 'bulk', operation: 'cancel', bulkId: byId(bulk!.uuid) };
			const json = await first({ ...parameters, ...more });
			expect(json.status_code).toBe(15);
			expect(json.status).toBe(status);
		});

		test.each(['sms.send', 'sms.dryrun'])('%s: how the text is sent, either way', async (id) => {
			const text = { text: 'Hello', additionalFields: {} };
			for (const simplify of [true, false]) {
				const json = await first({ ...caseOf(id), ...text, simplify });
				expect(json.message).toEqual({ encoding: 'GSM-7', characters: 5, parts: 1 });
			}
		});

		test('payments.create: an address to go to is not left out', async () => {
			const body = JSON.stringify({ id: 7, status: 0, vat_val: 1, redirect: 'https://x.example' });
			sandbox.faults.add({ kind: 'body', status: 201, body, times: 1 });
			expect(await first(caseOf('payments.create'))).toEqual({
				id: 7,
				status: 0,
				status_name: 'New',
				redirect: 'https://x.example',
			});
		});
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

	test.each(['<html>Sign in</html>', '{"login":"required"}', ''])(
		'what is no PDF does not come out as one: %j',
		async (body) => {
			sandbox.faults.add({ kind: 'body', status: 200, body, times: 5 });
			const { error } = await run({
				node: 'lox24',
				parameters: { resource: 'invoice', operation: 'download', invoiceId: byId('1') },
				url: sandbox.url,
			});
			expect(error?.message).toContain('not a PDF file');
		},
	);

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
