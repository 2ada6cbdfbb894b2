import { randomUUID } from 'node:crypto';

import { type Sandbox, startSandbox } from '../../sandbox';
import { runAsTool } from './asTool';
import { bulkCancel, manyItems, phoneUpdate } from './given';
import { roundTrips } from './roundTrips';
import { run } from './run';

/** LOX24 blocks the IP of n8n after more than three refused requests in a minute. */
describe('credential guard: one refused request', () => {
	let sandbox: Sandbox;

	beforeAll(async () => {
		sandbox = await startSandbox();
	});
	afterAll(async () => await sandbox.close());
	beforeEach(() => sandbox.reset());

	const wrong = () => `1000001:wrong-${randomUUID()}`;
	const refused = () => sandbox.journal.entries().filter(({ status }) => status === 401).length;

	test('Loop Over Items, one by one, 20 items, continue: one execution, one refused request', async () => {
		const [executionId, token] = [randomUUID(), wrong()];
		for (let item = 0; item < 20; item++) {
			const { main } = await run({
				node: 'lox24',
				parameters: phoneUpdate,
				url: sandbox.url,
				token,
				onError: 'continueRegularOutput',
				executionId,
			});
			expect(main[0].json.error).toContain('LOX24 refused the token');
		}
		expect(refused()).toBe(1);
	});

	test('20 executions within a minute: one refused request, and the message says so', async () => {
		const token = wrong();
		let last: string | undefined;
		for (let execution = 0; execution < 20; execution++) {
			const { error } = await run({
				node: 'lox24',
				parameters: phoneUpdate,
				url: sandbox.url,
				token,
				executionId: randomUUID(),
			});
			last = error?.message;
		}
		expect(refused()).toBe(1);
		expect(last).toContain('has just refused this credential');
		expect(last).toContain('LOX24 refused the token');
	});

	test('another token of the same account is not held up', async () => {
		const executionId = randomUUID();
		await run({
			node: 'lox24',
			parameters: phoneUpdate,
			url: sandbox.url,
			token: wrong(),
			executionId,
		});
		const { error } = await run({
			node: 'lox24',
			parameters: phoneUpdate,
			url: sandbox.url,
			executionId,
		});
		expect(error).toBeUndefined();
	});

	test('a wrong token whose first response is a 503', async () => {
		sandbox.faults.add({ kind: 'status', status: 503, times: 1 });
		const { main } = await run({
			node: 'lox24',
			parameters: { ...bulkCancel, options: { concurrency: 10 } },
			items: manyItems(50),
			url: sandbox.url,
			token: wrong(),
			onError: 'continueRegularOutput',
		});
		expect(refused()).toBe(1);
		expect(main).toHaveLength(50);
	});

	test('a wrong token whose requests end without a response, then are looked up', async () => {
		sandbox.faults.add({ method: 'POST', kind: 'reset-before', times: 1000 });
		await run({
			node: 'lox24',
			parameters: {
				resource: 'sms',
				operation: 'send',
				senderId: 'MyShop',
				phone: '+4915112345678',
				text: 'Hello',
			},
			items: manyItems(30),
			url: sandbox.url,
			token: wrong(),
			onError: 'continueRegularOutput',
		});
		expect(refused()).toBe(1);
	});

	test.each(['engine', 'itself'] as const)('an agent with five calls (%s)', async (agent) => {
		const calls = Array.from({ length: 4 }, () => ({}));
		const token = wrong();
		const given = { parameters: phoneUpdate, args: {}, url: sandbox.url, agent, token };
		if (agent === 'itself') await runAsTool({ ...given, furtherArgs: calls });
		else {
			const executionId = randomUUID();
			for (const args of [{}, ...calls]) {
				await runAsTool({ ...given, args, executionId }).catch(() => undefined);
			}
		}
		expect(refused()).toBe(1);
	});

	test('five parallel executions with the same wrong token: one refused request', async () => {
		const held = sandbox.hold();
		const token = wrong();
		const executions = Array.from(
			{ length: 5 },
			async () =>
				await run({
					node: 'lox24',
					parameters: phoneUpdate,
					url: sandbox.url,
					token,
					executionId: randomUUID(),
				}),
		);
		await held.full(1);
		await roundTrips(sandbox);
		held.release();
		await Promise.all(executions);
		expect(refused()).toBe(1);
	});

	test('a token that dies in the middle is seen by as many requests as Concurrency', async () => {
		sandbox.faults.add({ kind: 'status', status: 401, skip: 20, times: 10_000 });
		const held = sandbox.hold(20);
		const running = run({
			node: 'lox24',
			parameters: { ...phoneUpdate, options: { concurrency: 4 } },
			items: manyItems(200),
			url: sandbox.url,
			onError: 'continueRegularOutput',
		});
		await held.full(4);
		held.release();
		await running;
		expect(refused()).toBe(4);
	});
});
