import { type Sandbox, startSandbox } from '../../sandbox';
import {
	ALL_ON_ERROR,
	eventUpdate,
	manyItems,
	phoneCreateBatchFromItems,
	phoneUpdate,
	smsBatchCancel,
} from './given';
import { run } from './run';

const THOUSAND = 1000;

describe('credential guard: the first request of a run goes alone', () => {
	let sandbox: Sandbox;

	beforeAll(async () => {
		sandbox = await startSandbox();
	});
	afterAll(async () => await sandbox.close());
	beforeEach(() => sandbox.reset());

	const modes = ALL_ON_ERROR.flatMap((onError) =>
		[false, true].map((retryOnFail) => ({ onError, retryOnFail })),
	);

	test.each(modes)(
		'a wrong token and 1,000 items cost one request ($onError, Retry On Fail: $retryOnFail)',
		async ({ onError, retryOnFail }) => {
			const result = await run({
				node: 'lox24',
				parameters: phoneUpdate,
				items: manyItems(THOUSAND),
				url: sandbox.url,
				token: '1000001:wrong',
				onError,
				retryOnFail,
			});

			expect(sandbox.journal.entries()).toHaveLength(1);
			if (onError === 'stopWorkflow') {
				expect(result.error?.message).toContain('LOX24 refused the token');
				expect(result.error?.httpCode).toBe('401');
				return;
			}
			const failed = onError === 'continueErrorOutput' ? result.errors : result.main;
			expect(failed).toHaveLength(THOUSAND);
			for (const { json } of failed) expect(json.error).toContain('LOX24 refused the token');
			const paired = onError === 'continueErrorOutput' ? result.pairedErrors : result.pairedMain;
			expect(paired).toEqual(Array.from({ length: THOUSAND }, (_, index) => index));
		},
	);

	test('ten runs with the right token after one with a wrong one are not blocked', async () => {
		await run({
			node: 'lox24',
			parameters: phoneUpdate,
			items: manyItems(50),
			url: sandbox.url,
			token: '1000001:wrong',
			onError: 'continueRegularOutput',
		});
		const { error } = await run({ node: 'lox24', parameters: phoneUpdate, url: sandbox.url });
		expect(error).toBeUndefined();
	});

	test('batches of phones stop there as well', async () => {
		const { errors } = await run({
			node: 'lox24',
			parameters: { ...phoneCreateBatchFromItems, options: { batchSize: 10 } },
			items: Array.from({ length: 200 }, (_, index) => ({ phone: `+4915100${index}` })),
			url: sandbox.url,
			token: '1000001:wrong',
			onError: 'continueErrorOutput',
			retryOnFail: true,
		});

		expect(sandbox.journal.entries()).toHaveLength(1);
		expect(errors).toHaveLength(200);
	});

	test.each([
		{ name: 'an inactive account', status: 403, token: 'lox24Inactive' as const },
		{ name: 'a blocked IP', status: 429, token: undefined },
	])('$name closes it for the rest', async ({ status, token }) => {
		if (status === 429) {
			sandbox.faults.add({ path: '/phones/*', kind: 'status', status, times: 1000 });
		}
		const { main } = await run({
			node: 'lox24',
			parameters: phoneUpdate,
			items: manyItems(100),
			url: sandbox.url,
			token: token && sandbox.tokens[token],
			onError: 'continueRegularOutput',
		});

		expect(sandbox.journal.entries()).toHaveLength(1);
		expect(main).toHaveLength(100);
		expect(main.every(({ json }) => json.error === main[0].json.error)).toBe(true);
		expect(main[99].json.details).toMatchObject({ httpCode: String(status) });
	});

	const afterFive = { kind: 'status' as const, status: 402, skip: 5, times: 1000 };

	test('nothing more that costs is sent once the credit is used up', async () => {
		sandbox.faults.add({ method: 'POST', path: '/sms', ...afterFive });
		const { main } = await run({
			node: 'lox24',
			parameters: {
				resource: 'sms',
				operation: 'send',
				senderId: 'MyShop',
				phone: '={{ "+4915112345" + $json.id }}',
				text: 'Hello',
				options: { concurrency: 1 },
			},
			items: manyItems(50),
			url: sandbox.url,
			onError: 'continueRegularOutput',
		});

		expect(sandbox.journal.entries()).toHaveLength(6);
		expect(main).toHaveLength(50);
		expect(main.slice(0, 5).every(({ json }) => json.error === undefined)).toBe(true);
		expect(main.slice(5).every(({ json }) => String(json.error).includes('credit'))).toBe(true);
	});

	test('what costs nothing goes on without credit', async () => {
		sandbox.faults.add({ path: '/phones/*', ...afterFive });
		await run({
			node: 'lox24',
			parameters: { ...phoneUpdate, options: { concurrency: 1 } },
			items: manyItems(50),
			url: sandbox.url,
			onError: 'continueRegularOutput',
		});
		expect(sandbox.journal.entries()).toHaveLength(50);
	});

	test.each([401, 403])('VoipNow: a token refused with %i costs one request', async (status) => {
		sandbox.faults.add({ path: '/uapi/*', kind: 'status', status, times: 1000, body: '' });
		const { main } = await run({
			node: 'voipNow',
			parameters: eventUpdate,
			items: manyItems(100),
			url: sandbox.url,
			onError: 'continueRegularOutput',
		});

		expect(sandbox.journal.entries()).toHaveLength(1);
		expect(main).toHaveLength(100);
		expect(main[99].json.error).toContain('VoipNow refused the access token');
	});

	test('a bad value in the first item does not use up the first request', async () => {
		const { main, errors, pairedMain, pairedErrors } = await run({
			node: 'lox24',
			parameters: {
				...phoneUpdate,
				phoneId: { __rl: true, mode: 'id', value: '={{ $json.phoneId }}' },
			},
			items: [{ phoneId: 'x' }, { phoneId: '12344' }, { phoneId: '12344' }],
			url: sandbox.url,
			onError: 'continueErrorOutput',
		});

		expect(main).toHaveLength(2);
		expect(errors).toHaveLength(1);
		expect(pairedMain).toEqual([1, 2]);
		expect(pairedErrors).toEqual([0]);
	});

	test('an address where nobody answers is asked three times, not once for each item', async () => {
		const closed = await startSandbox();
		await closed.close();
		const { main } = await run({
			node: 'lox24',
			parameters: smsBatchCancel,
			items: manyItems(500),
			url: closed.url,
			onError: 'continueRegularOutput',
		});

		expect(main).toHaveLength(500);
		for (const { json } of main) {
			expect(json.error).toBe('LOX24 could not be reached');
			expect(json.details).toMatchObject({ effect: 'none' });
		}
	});
});
