import type { ILoadOptionsFunctions } from 'n8n-workflow';

import { systemClock } from '../../nodes/shared/send/clock';
import { isToolOfOldAgent } from '../../nodes/shared/request/agent';
import { ledgerOf, Run } from '../../nodes/shared/send/run';
import { failed, FakeClock, givenContext, givenRun, givenService, givenTask, NOON } from './given';

const part = { key: '0', to: '12345678' };

describe('run: what the requests of one run share', () => {
	test.each([
		[undefined, 10],
		[null, 10],
		['', 10],
		['many', 10],
		[0, 10],
		[-3, 10],
		[NaN, 10],
		[1, 1],
		['7', 7],
		[7.9, 7],
	])('concurrency %j: %i at once', (concurrency, limit) => {
		expect(givenRun({ concurrency }).run.slots.limit).toBe(limit);
	});

	test('the secrets of its credential are taken out', () => {
		const { run } = givenRun({ credential: { token: 'client:my-secret' } });
		expect(run.clean('client:my-secret')).toBe('…');
	});

	test('without further settings it goes on after a failure, and knows no fields', () => {
		const { run } = givenRun();
		expect([run.continues, run.properties, run.ledger]).toEqual([true, [], undefined]);
		expect(givenRun({ continues: false }).run.continues).toBe(false);
		expect(new Run({ ...run, context: givenContext() }).clock).toBe(run.clock);
		const bare = { context: givenContext(), service: givenService(), credential: {} };
		expect(new Run(bare).clock).toBe(systemClock);
	});

	test('a wait lasts as long as it was asked to', async () => {
		const { run, clock } = givenRun({ stop: new AbortController().signal });
		await run.wait(1000);
		expect(clock.waits).toEqual([1000]);
		expect(clock.time).toBe(NOON + 1000);
	});

	test('who stops the execution ends a wait at once, and there is no other', async () => {
		const controller = new AbortController();
		const { run, clock } = givenRun({ stop: controller.signal });
		jest.spyOn(clock, 'sleep').mockReturnValue(new Promise<void>(() => {}));
		const waiting = run.wait(60_000);
		controller.abort();
		await waiting;
		await run.wait(60_000);
	});

	test('nothing of a wait is left behind', async () => {
		const { signal } = new AbortController();
		const { run } = givenRun({ stop: signal });
		const removed = jest.spyOn(signal, 'removeEventListener');
		const added = jest.spyOn(signal, 'addEventListener');
		await run.wait(1000);
		expect(added).toHaveBeenCalledTimes(1);
		expect(removed.mock.calls).toEqual(added.mock.calls);
	});

	test('a service whose tokens end gives a keeper for each run', () => {
		const tokens = jest.fn(() => ({ withToken: jest.fn(), explain: jest.fn() }));
		const service = givenService({ tokens });
		expect(givenRun({ service }).run.tokens).not.toBe(givenRun({ service }).run.tokens);
		expect(givenRun().run.tokens).toBeUndefined();
	});

	test('what all items need is done once, also when they ask at the same time', async () => {
		const { run } = givenRun();
		const work = jest.fn(async () => 'done');
		const both = [run.once('a', work), run.once('a', work)];
		expect(await Promise.all(both)).toEqual(['done', 'done']);
		expect(await run.once('a', work)).toBe('done');
		expect(work).toHaveBeenCalledTimes(1);
		await run.once('b', work);
		expect(work).toHaveBeenCalledTimes(2);
	});
});

describe('run: which requests belong to the same account', () => {
	const credential = { token: 'client:the-one', baseUrl: 'https://service.example' };

	/** Whether a refusal of the first is one of the second as well, also a minute later. */
	function isSame(first: Parameters<typeof givenRun>[0], second: typeof first): boolean {
		givenRun(first).run.guard.observe(failed({ status: 401 }), () => true);
		const { run, clock } = givenRun(second);
		clock.time += 60_000;
		return run.isOver;
	}

	test('the same credential in the same execution', () => {
		const executionId = 'same';
		expect(isSame({ credential, executionId }, { credential, executionId })).toBe(true);
	});

	test.each([
		{ what: 'another execution', other: { executionId: 'another' } },
		{ what: 'another token', other: { credential: { ...credential, token: 'client:other' } } },
		{ what: 'another address', other: { credential: { ...credential, baseUrl: 'https://b.c' } } },
		{ what: 'another service', other: { service: givenService({ name: 'Other' }) } },
	])('not with $what', ({ what, other }) => {
		const own = { ...credential, user: what };
		const base = { credential: own, executionId: what };
		const second = { ...base, ...other };
		if (other.credential) second.credential = { ...other.credential, user: what } as typeof own;
		expect(isSame(base, second)).toBe(false);
	});

	test('a renewed token is not another account', () => {
		const executionId = 'renewed';
		const first = { ...credential, oauthTokenData: { access_token: 'old' } };
		const second = { ...credential, oauthTokenData: { access_token: 'new' } };
		const both = [first, second].map((one) => ({ credential: one, executionId }));
		expect(isSame(both[0], both[1])).toBe(true);
	});

	test('where there is no execution, each run stands for itself', () => {
		const context = () => {
			const { getExecutionId: _, ...rest } = givenContext() as unknown as Record<string, unknown>;
			return rest as unknown as ILoadOptionsFunctions;
		};
		const own = { ...credential, user: 'editor' };
		expect(
			isSame({ credential: own, context: context() }, { credential: own, context: context() }),
		).toBe(false);
	});
});

describe('run: why a request is not sent', () => {
	test('as long as nothing happened there is no reason', () => {
		const { run } = givenRun();
		expect([run.isStopped, run.isOver, run.obstacle(givenTask())]).toEqual([
			false,
			false,
			undefined,
		]);
	});

	test('another item stopped the node', () => {
		const { run } = givenRun();
		run.giveUp();
		expect([run.isStopped, run.isOver]).toEqual([true, true]);
		expect(run.obstacle(givenTask())).toEqual({
			message: 'Not sent, because another item stopped the node',
			description: 'Nothing was sent for this item.',
			effect: 'none',
			cancelled: true,
		});
	});

	test('the user stopped the execution', () => {
		const stop = new AbortController();
		const { run } = givenRun({ stop: stop.signal });
		expect(run.isStopped).toBe(false);
		stop.abort();
		expect([run.isStopped, run.isOver]).toEqual([true, true]);
		expect(run.obstacle(givenTask())).toMatchObject({
			message: 'The execution was stopped',
			cancelled: true,
		});
	});

	test('the account was refused', () => {
		const { run } = givenRun();
		const { failure } = failed({ status: 401 });
		run.guard.observe({ failure }, () => true);
		expect([run.isStopped, run.isOver]).toEqual([false, true]);
		expect(run.obstacle(givenTask())).toBe(failure);
	});

	test('the credit is used up: the run is not over, only what costs is not sent', () => {
		const { run } = givenRun();
		const { failure } = failed({ status: 402 });
		run.guard.observe({ failure }, () => false);
		expect(run.isOver).toBe(false);
		expect(run.obstacle(givenTask({ effect: {} }))).toBeUndefined();
		expect(run.obstacle(givenTask({ effect: { costs: true } }))).toBe(failure);
	});

	test('in the editor there is nothing to stop', () => {
		const context = { getExecutionId: () => 'x' } as unknown as ILoadOptionsFunctions;
		expect(givenRun({ context }).run.isStopped).toBe(false);
	});
});

describe('run: its ledger', () => {
	const clock = new FakeClock();

	test('it is kept with the node, for the run of the node and the execution', () => {
		const store = {};
		const first = ledgerOf(givenContext({ store, runIndex: 3, executionId: 'one' }), clock)!;
		first.done(part, [{ json: { id: 1 } }]);
		expect(first.startedAt).toBe(NOON);
		expect(store).toHaveProperty(['effects', '3']);

		const retried = ledgerOf(givenContext({ store, runIndex: 3, executionId: 'two' }), clock)!;
		expect(retried.recall(part)).toEqual({ items: [{ json: { id: 1, sentEarlier: true } }] });
		const other = ledgerOf(givenContext({ store, runIndex: 4, executionId: 'one' }), clock)!;
		expect(other.recall(part)).toBeUndefined();
	});

	test('an execution without an ID has one as well', () => {
		const context = givenContext();
		Object.assign(context, { getExecutionId: () => undefined });
		expect(ledgerOf(context, clock)?.tries).toBe(1);
	});

	test('for an old agent, nothing can be repeated', () => {
		const context = givenContext({ ranBy: 'AI Agent' });
		expect(isToolOfOldAgent(context)).toBe(true);
		expect(ledgerOf(context, clock)).toBeUndefined();
		expect(isToolOfOldAgent(givenContext())).toBe(false);
		const ofNobody = Object.assign(givenContext(), { getExecuteData: () => ({ data: {} }) });
		expect(isToolOfOldAgent(ofNobody)).toBe(true);
	});
});
