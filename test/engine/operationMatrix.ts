import type { INodeParameters } from 'n8n-workflow';

import { type Sandbox, startSandbox } from '../../sandbox';
import { ALL_ON_ERROR } from './given';
import { type Given, run } from './run';

/** One operation with every field set, and the request that has to come of it. */
export interface OperationCase {
	/** operationId of the contract */
	id: string;
	parameters: INodeParameters;
	method: string;
	/** Path and decoded query. */
	url: string;
	/** JSON body; not looked at for a form. */
	body?: unknown;
	/** Gives one item for each entry of a list. */
	lists?: boolean;
	/** The response is a file of this type. */
	file?: string;
	/** Asks for one thing, so that a response without a body means that there is none. */
	gets?: boolean;
	/** The body is a form with files. */
	form?: boolean;
}

/** What differs between the services. */
export interface Matrix {
	node: 'lox24' | 'voipNow';
	cases: OperationCase[];
	/** Those that can be sent, as one request, without any optional field. */
	casesWithOptionals: OperationCase[];
	refusal: { status: number; body: unknown; says: string };
	accept(operation: OperationCase): string;
	/** Whether a request may be retried after a transient fault. */
	repeats(operation: OperationCase): boolean;
	/** Whether a 204 is a success of the operation; otherwise what came of it is unknown. */
	isProof?(operation: OperationCase): boolean;
	/** What a response without a body becomes. */
	placeholder(operation: OperationCase): object;
	/** What the query holds when no optional field is set. */
	bareQuery(operation: OperationCase): string;
	/** What each input item has. */
	binary?: Given['binary'];
}

/** The tests that every operation of a service has to pass, on the real engine and the sandbox. */
export function testOperations(matrix: Matrix): void {
	let sandbox: Sandbox;

	beforeAll(async () => {
		sandbox = await startSandbox();
	});
	afterAll(async () => await sandbox.close());
	beforeEach(() => sandbox.reset());

	const given = (parameters: INodeParameters): Given => ({
		node: matrix.node,
		parameters,
		url: sandbox.url,
		binary: matrix.binary,
	});

	const sent = (id: string) => sandbox.journal.entries().find((entry) => entry.operationId === id)!;

	describe.each(matrix.cases)('$id $parameters.operation', (operation) => {
		const { id, parameters, method, url, body, lists, file, gets, form } = operation;

		test.each([
			['as n8n runs it in a workflow', false],
			["on n8n's declarative engine, as in tools of older AI agents", true],
		])('the request, %s', async (_case, withoutCustomOperations) => {
			await run({
				...given(parameters),
				onError: 'continueRegularOutput',
				withoutCustomOperations,
			});

			const request = sent(id);
			expect(request.method).toBe(method);
			expect(decodeURIComponent(request.url)).toBe(url);
			if (!form) expect(request.json).toEqual(body);
			expect(request.warnings).toEqual([]);
			expect(request.headers.accept).toBe(matrix.accept(operation));
			expect([200, 201, 204, 400, 404]).toContain(request.status);
			if (request.status === 400) expect(method).not.toBe('POST');
		});

		test.each(ALL_ON_ERROR)('a refusal, %s', async (onError) => {
			const { status, body: refusal, says } = matrix.refusal;
			sandbox.faults.add({ kind: 'status', status, body: JSON.stringify(refusal), times: 10 });
			const { error, main, errors, pairedMain, pairedErrors } = await run({
				...given(parameters),
				items: [{}, {}],
				onError,
			});

			if (onError === 'stopWorkflow') {
				expect(error?.message).toContain(says);
				expect(error?.httpCode).toBe(String(status));
				return;
			}
			const isErrorOutput = onError === 'continueErrorOutput';
			const failed = isErrorOutput ? errors : main;
			expect(failed).toHaveLength(2);
			expect(failed[0].json.error).toContain(says);
			expect(isErrorOutput ? pairedErrors : pairedMain).toEqual([0, 1]);
		});

		if (!file) {
			test('a response without a body, and the pairing of two items', async () => {
				sandbox.faults.add({ kind: 'body', status: 204, body: '', times: 10 });
				const { main, pairedMain, error } = await run({
					...given(parameters),
					items: [{}, {}],
				});

				if (gets) {
					expect(error?.message).toContain('was not found');
					return;
				}
				if (matrix.isProof?.(operation) === false) {
					expect(error?.message).toContain('does not look like one from');
					return;
				}
				expect(error).toBeUndefined();
				if (lists) {
					expect(main).toEqual([]);
					return;
				}
				const placeholder = matrix.placeholder(operation);
				expect(main.map(({ json }) => json)).toMatchObject([placeholder, placeholder]);
				expect(pairedMain).toEqual([0, 1]);
			});

			test('only what may be repeated is repeated after a passing fault', async () => {
				sandbox.faults.add({ kind: 'status', status: 502, method, times: 1 });
				await run({ ...given(parameters), onError: 'continueRegularOutput', retryOnFail: true });
				// What was found out about it with other methods does not count.
				const { length } = sandbox.journal.entries().filter((entry) => entry.method === method);
				if (matrix.repeats(operation)) expect(length).toBeGreaterThan(1);
				else expect(length).toBe(1);
			});
		}
	});

	test.each(matrix.casesWithOptionals)(
		'$id: optional fields left out are not on the wire',
		async (operation) => {
			const { id, parameters, body, form } = operation;
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
			expect(request.query).toBe(matrix.bareQuery(operation));
			if (form) return;
			expect(Object.keys((request.json ?? {}) as object)).toEqual(
				Object.keys((body ?? {}) as object).filter((name) => request.body.includes(`"${name}"`)),
			);
		},
	);
}
