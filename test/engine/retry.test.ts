import { type Sandbox, startSandbox } from '../../sandbox';
import { bulkCancel, eventUpdate, phoneCreateBatch, phoneUpdate, smsBatchCancel } from './given';
import { run } from './run';

describe('retry: passing faults', () => {
	let sandbox: Sandbox;

	beforeAll(async () => {
		sandbox = await startSandbox();
	});
	afterAll(async () => await sandbox.close());
	beforeEach(() => sandbox.reset());

	const idempotent = [
		{ name: 'phone update', node: 'lox24' as const, parameters: phoneUpdate },
		{ name: 'bulk cancel', node: 'lox24' as const, parameters: bulkCancel },
		{ name: 'event update', node: 'voipNow' as const, parameters: eventUpdate },
	];
	const faults = [
		{ fault: '502', kind: 'status' as const, status: 502 },
		{ fault: '503', kind: 'status' as const, status: 503 },
		{ fault: '504', kind: 'status' as const, status: 504 },
		{ fault: 'a page of a proxy', kind: 'html' as const, status: 502 },
		{ fault: 'reset before the effect', kind: 'reset-before' as const },
	];

	test.each(idempotent.flatMap((operation) => faults.map((fault) => ({ ...operation, ...fault }))))(
		'$name recovers from $fault, in 3 tries at most',
		async ({ node, parameters, kind, status }) => {
			sandbox.faults.add({ kind, status, times: 2 });
			const { main, error } = await run({ node, parameters, url: sandbox.url });

			expect(error).toBeUndefined();
			expect(main).toHaveLength(1);
			expect(sandbox.journal.entries()).toHaveLength(3);
		},
	);

	test.each(idempotent)('$name gives up after 3 tries', async ({ node, parameters }) => {
		sandbox.faults.add({ kind: 'status', status: 503, times: 10 });
		const { error } = await run({ node, parameters, url: sandbox.url });

		expect(sandbox.journal.entries()).toHaveLength(3);
		expect(error?.httpCode).toBe('503');
	});

	const notIdempotent = [
		{ name: 'batch cancel', parameters: smsBatchCancel },
		{ name: 'createBatch', parameters: phoneCreateBatch },
	];
	const unknown = [
		...faults,
		{ fault: 'reset after the effect', kind: 'reset-after' as const, status: undefined },
		{ fault: '502 after the effect', kind: 'status-after' as const, status: 502 },
		{ fault: '500', kind: 'status' as const, status: 500 },
	];

	test.each(
		notIdempotent.flatMap((operation) => unknown.map((fault) => ({ ...operation, ...fault }))),
	)('$name is not sent again after $fault', async ({ parameters, kind, status }) => {
		sandbox.faults.add({ kind, status, times: 1 });
		const { main } = await run({
			node: 'lox24',
			parameters,
			url: sandbox.url,
			onError: 'continueRegularOutput',
			retryOnFail: true,
		});

		expect(sandbox.journal.entries()).toHaveLength(1);
		expect(main).not.toHaveLength(0);
		for (const { json } of main) {
			expect(json.error).toBeDefined();
			expect(json.details).toMatchObject({ effect: 'unknown' });
		}
	});

	test.each(notIdempotent)(
		'$name is sent again when the connection was never made',
		async ({ parameters }) => {
			const closed = await startSandbox();
			await closed.close();
			const port = Number(new URL(closed.url).port);
			const running = run({ node: 'lox24', parameters, url: closed.url });
			const reopened = await startSandbox({ port });
			try {
				const { error } = await running;
				expect(error).toBeUndefined();
				expect(reopened.journal.entries()).toHaveLength(1);
			} finally {
				await reopened.close();
			}
		},
	);

	test('500 is not a passing fault: phone update is sent once', async () => {
		sandbox.faults.add({ kind: 'status', status: 500, times: 3 });
		const { error } = await run({ node: 'lox24', parameters: phoneUpdate, url: sandbox.url });

		expect(sandbox.journal.entries()).toHaveLength(1);
		expect(error?.httpCode).toBe('500');
	});

	test('a timeout of a harmless request is tried again, one that is not is not', async () => {
		sandbox.faults.add({ kind: 'hang', times: 1, path: '/phones/*' });
		const update = await run({
			node: 'lox24',
			parameters: { ...phoneUpdate, requestOptions: { timeout: 1000 } },
			url: sandbox.url,
		});
		expect(update.error).toBeUndefined();
		expect(sandbox.journal.entries()).toHaveLength(2);

		sandbox.reset();
		sandbox.faults.add({ kind: 'hang', times: 1, path: '/sms/*' });
		const cancel = await run({
			node: 'lox24',
			parameters: { ...smsBatchCancel, requestOptions: { timeout: 1000 } },
			url: sandbox.url,
		});
		expect(cancel.error?.message).toBe('The connection to LOX24 was lost before the response came');
		expect(sandbox.journal.entries()).toHaveLength(1);
	});
});
