import { type Sandbox, startSandbox } from '../../sandbox';
import { ALL_ON_ERROR } from './given';
import { lox24Operations } from './lox24Operations';
import { run } from './run';

describe('LOX24, operation by operation', () => {
	let sandbox: Sandbox;

	beforeAll(async () => {
		sandbox = await startSandbox();
	});
	afterAll(async () => await sandbox.close());
	beforeEach(() => sandbox.reset());

	const given = (parameters: (typeof lox24Operations)[number]['parameters']) => ({
		node: 'lox24' as const,
		parameters,
		url: sandbox.url,
	});

	describe.each(lox24Operations)('$id', ({ id, parameters, method, url, body, lists, file }) => {
		test.each([
			['as n8n runs it in a workflow', false],
			["on n8n's declarative engine, as in tools of older AI agents", true],
		])('the request, %s', async (_case, withoutCustomOperations) => {
			await run({
				...given(parameters),
				onError: 'continueRegularOutput',
				withoutCustomOperations,
			});

			const [request] = sandbox.journal.entries();
			expect(request.method).toBe(method);
			expect(decodeURIComponent(request.url)).toBe(url);
			expect(request.json).toEqual(body);
			expect(request.operationId).toBe(id);
			expect(request.warnings).toEqual([]);
			const plain = id === 'verifyCodes.list' ? 'application/json' : 'application/ld+json';
			const accept = lists
				? plain
				: file
					? 'application/pdf, application/json'
					: 'application/json';
			expect(request.headers.accept).toBe(accept);
			expect([200, 201, 204, 404]).toContain(request.status);
		});

		test('optional fields left out are not on the wire', async () => {
			const bare = Object.fromEntries(
				Object.entries(parameters).map(([name, value]) =>
					['filters', 'updateFields', 'additionalFields'].includes(name) &&
					id !== 'fraudChecks.create'
						? [name, {}]
						: [name, value],
				),
			);
			const options = { applyToAllMessages: true, preventDuplicates: false };
			await run({ ...given({ ...bare, options }), onError: 'continueRegularOutput' });

			const [request] = sandbox.journal.entries();
			expect(request.query).toBe('');
			expect(Object.keys((request.json ?? {}) as object)).toEqual(
				Object.keys((body ?? {}) as object).filter((name) => request.body.includes(`"${name}"`)),
			);
		});

		test.each(ALL_ON_ERROR)('a refusal, %s', async (onError) => {
			const violations = [{ propertyPath: 'x', message: 'Said by LOX24.' }];
			const refusal = JSON.stringify({ title: 'no', violations });
			sandbox.faults.add({ kind: 'status', status: 422, body: refusal, times: 10 });
			const { error, main, errors, pairedMain, pairedErrors } = await run({
				...given(parameters),
				items: [{}, {}],
				onError,
			});

			if (onError === 'stopWorkflow') {
				expect(error?.message).toContain('Said by LOX24.');
				expect(error?.httpCode).toBe('422');
				return;
			}
			const isErrorOutput = onError === 'continueErrorOutput';
			const failed = isErrorOutput ? errors : main;
			expect(failed).toHaveLength(2);
			expect(failed[0].json.error).toContain('Said by LOX24.');
			expect(isErrorOutput ? pairedErrors : pairedMain).toEqual([0, 1]);
		});

		if (file) return;

		test('an answer without a body, and the pairing of two items', async () => {
			sandbox.faults.add({ kind: 'body', status: 204, body: '', times: 10 });
			const { main, pairedMain } = await run({ ...given(parameters), items: [{}, {}] });

			if (lists) {
				expect(main).toEqual([]);
				return;
			}
			const placeholder = method === 'DELETE' ? { deleted: true } : { success: true };
			expect(main.map(({ json }) => json)).toMatchObject([placeholder, placeholder]);
			expect(pairedMain).toEqual([0, 1]);
		});

		test('only what may be repeated is repeated after a passing fault', async () => {
			sandbox.faults.add({ kind: 'status', status: 502, times: 1 });
			await run({ ...given(parameters), onError: 'continueRegularOutput', retryOnFail: true });
			// A send is looked up, see safeSends.test.ts; what counts here is what was sent.
			const { length } = sandbox.journal.entries().filter((entry) => entry.method === method);
			const isLookedUp = id === 'sms.send';
			if (method === 'POST') expect(length).toBe(isLookedUp ? 2 : 1);
			else expect(length).toBeGreaterThan(1);
		});
	});
});
