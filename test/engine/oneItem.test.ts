import type { INodeParameters } from 'n8n-workflow';

import { type Sandbox, startSandbox } from '../../sandbox';
import { byId, manyItems, phoneUpdate } from './given';
import { type Given, type OnError, run } from './run';

/** What goes wrong with one item is the failure of that item, and of no other. */
describe('an exception in one item', () => {
	let sandbox: Sandbox;

	beforeAll(async () => {
		sandbox = await startSandbox();
	});
	afterAll(async () => await sandbox.close());
	beforeEach(() => sandbox.reset());

	const failing = "={{ $json.id === 1 ? $('Nowhere').item.json.a : 5 }}";
	const broken = "={{ $json.id === 1 ? $('Nowhere').item.json.a : true }}";

	const cases: Array<{ name: string; parameters: INodeParameters }> = [
		{
			name: 'an expression in Limit',
			parameters: { resource: 'sms', operation: 'getAll', returnAll: false, limit: failing },
		},
		{
			name: 'an expression in Return All',
			parameters: { resource: 'sms', operation: 'getAll', returnAll: broken },
		},
		{
			name: 'an expression in Simplify',
			parameters: { resource: 'sms', operation: 'getAll', limit: 2, simplify: broken },
		},
		{
			name: 'an expression in Simplify of a message that is sent',
			parameters: {
				resource: 'sms',
				operation: 'send',
				senderId: 'MyShop',
				phone: '+4915112345678',
				text: 'Hello',
				simplify: broken,
			},
		},
		{
			name: 'an expression in an ID',
			parameters: {
				resource: 'group',
				operation: 'get',
				groupId: byId("={{ $json.id === 1 ? $('Nowhere').item.json.a : 7116 }}"),
			},
		},
		{
			name: 'an expression in a bulk',
			parameters: {
				resource: 'bulk',
				operation: 'create',
				recipientsFrom: 'list',
				phones: ['+4915112345678'],
				senderId: 'MyShop',
				text: "={{ $json.id === 1 ? $('Nowhere').item.json.a : 'Hello' }}",
			},
		},
	];
	const modes: OnError[] = ['continueRegularOutput', 'continueErrorOutput'];

	test.each(cases.flatMap((one) => modes.map((onError) => ({ ...one, onError }))))(
		'$name, $onError: the others come out, and no input item on the success output',
		async ({ parameters, onError }) => {
			const { main, errors, pairedMain, pairedErrors } = await run({
				node: 'lox24',
				parameters,
				items: [{}, {}, {}],
				url: sandbox.url,
				onError,
			});
			const failed =
				onError === 'continueErrorOutput' ? errors : main.filter(({ json }) => json.error);
			expect(failed).toHaveLength(1);
			expect(failed[0].json.error).toContain("Referenced node doesn't exist");
			const paired =
				onError === 'continueErrorOutput' ? pairedErrors : pairedMain.filter((id) => id === 1);
			expect(paired).toEqual([1]);
			expect([0, 2]).toContain(
				sandbox.journal.entries().filter(({ method }) => method === 'POST').length,
			);
			const good = main.filter(({ json }) => !json.error);
			expect(good.length).toBeGreaterThanOrEqual(2);
			for (const { json } of good) expect(Object.keys(json)).not.toEqual(['id']);
		},
	);

	test('a response nested 20,000 deep', async () => {
		const body = `{"id":1,"a":${'['.repeat(20_000)}${']'.repeat(20_000)}}`;
		sandbox.faults.add({ path: '/phones/*', kind: 'body', status: 200, body, skip: 1, times: 1 });
		const { main, pairedMain } = await run({
			node: 'lox24',
			parameters: { ...phoneUpdate, options: { concurrency: 1 } },
			items: manyItems(3),
			url: sandbox.url,
			onError: 'continueRegularOutput',
		});
		expect(pairedMain).toEqual([0, 1, 2]);
		expect(main[1].json.error).toContain('nested too deeply');
		expect(main[0].json.phone).toBe(main[2].json.phone);
	});

	test('a page of 200,000 entries', async () => {
		const body = JSON.stringify(Array.from({ length: 200_000 }, (_, id) => ({ id })));
		sandbox.faults.add({ path: '/groups*', kind: 'body', status: 200, body, times: 2 });
		const { main, error } = await run({
			node: 'lox24',
			parameters: { resource: 'group', operation: 'getAll', returnAll: true },
			url: sandbox.url,
		});
		expect(error).toBeUndefined();
		expect(main).toHaveLength(200_000);
	});

	test('bulks that were sent keep their IDs when another item fails', async () => {
		const { main } = await run({
			node: 'lox24',
			parameters: cases.at(-1)!.parameters,
			items: [{}, {}, {}],
			url: sandbox.url,
			onError: 'continueRegularOutput',
		});
		const ids = main.filter(({ json }) => !json.error).map(({ json }) => json.uuid);
		expect(ids).toEqual(
			[...sandbox.state.bulks.values()].map(({ uuid }) => uuid).filter((id) => ids.includes(id)),
		);
		expect(ids).toHaveLength(2);
	});

	test.each(['continueRegularOutput', 'continueErrorOutput'] as const)(
		'a credential that cannot be read, %s: every item says so, none passes as a success',
		async (onError) => {
			const { main, errors } = await run({
				node: 'lox24',
				parameters: phoneUpdate,
				items: manyItems(3),
				url: 'not an address 1000001:sandbox-key',
				onError,
			});
			const failed = onError === 'continueErrorOutput' ? errors : main;
			expect(failed).toHaveLength(3);
			expect(failed[0].json.error).toContain('Base URL in the LOX24 credential is not valid');
			expect(JSON.stringify(failed)).not.toContain('sandbox-key');
			if (onError === 'continueErrorOutput') expect(main).toEqual([]);
		},
	);

	test('an operation from an expression is refused in words', async () => {
		const given: Given = {
			node: 'lox24',
			parameters: { ...phoneUpdate, operation: '={{ "update" }}' },
			url: sandbox.url,
		};
		expect((await run(given)).error?.message).toContain('Operation is not valid');
		const { main } = await run({ ...given, onError: 'continueRegularOutput' });
		expect(main[0].json.error).toContain('Operation is not valid');
	});
});

describe('secrets in what comes back', () => {
	let sandbox: Sandbox;

	beforeAll(async () => {
		sandbox = await startSandbox();
	});
	afterAll(async () => await sandbox.close());
	beforeEach(() => sandbox.reset());

	const forms = ['json', 'text', 'html'] as const;
	const all = [400, 401, 403, 422, 500, 502].flatMap((status) =>
		forms.map((format) => ({ status, format })),
	);

	test.each(all)(
		'the token echoed with $status as $format is in no message',
		async ({ status, format }) => {
			for (const onError of ['stopWorkflow', 'continueRegularOutput'] as const) {
				sandbox.reset();
				sandbox.faults.add({ kind: 'echo', status, format, times: 5 });
				const { error, main } = await run({
					node: 'lox24',
					parameters: phoneUpdate,
					url: sandbox.url,
					onError,
				});
				const text = JSON.stringify([error?.message, error?.description, error, main]);
				expect(text).not.toContain('sandbox-key');
				expect(error ?? main[0].json.error).toBeDefined();
			}
		},
	);

	test('VoipNow: the token echoed is in no message', async () => {
		sandbox.faults.add({ kind: 'echo', status: 400, times: 5 });
		const { error } = await run({
			node: 'voipNow',
			parameters: {
				authentication: 'accessToken',
				resource: 'presence',
				operation: 'getAll',
				userId: '@me',
				extension: '0003*210',
			},
			url: sandbox.url,
		});
		expect(JSON.stringify([error?.message, error?.description, error])).not.toContain(
			'sandbox-access-token',
		);
	});

	test.each(['1000001:sandbox-key', 'https://user:sandbox-key@api.lox24.eu', 'sandbox-key'])(
		'a token pasted into Base URL (%s) is not quoted',
		async (url) => {
			const { error } = await run({ node: 'lox24', parameters: phoneUpdate, url });
			expect(error?.message).toBe('Base URL in the LOX24 credential is not valid');
			expect(JSON.stringify([error, error?.description])).not.toContain('sandbox-key');
		},
	);
});
