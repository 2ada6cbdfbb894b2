import type { Failure } from '../../nodes/shared/response/failure';
import { retry } from '../../nodes/shared/send/retry';
import type { Effect, Sent } from '../../nodes/shared/send/stage';
import { responding, aRequest, failed, failureOf, givenRun, givenTask, ok } from './given';

const PASSING = [408, 425, 502, 503, 504];
const LASTING = [200, 302, 400, 401, 402, 403, 404, 405, 409, 422, 429, 500, 501, 505];
const lost = { status: undefined, transport: true };

const anEffect: Effect = { costs: true };
const idempotent: Effect = { isIdempotent: true };

describe('retry: passing faults', () => {
	/** What the stage says, how often it sent, and how long it waited each time. */
	async function sendWith(responses: Sent[], effect?: Effect, chance = 0) {
		const { run, clock } = givenRun();
		clock.chance = chance;
		const next = responding(...responses);
		const sent = await retry(run, givenTask({ effect }), aRequest, next);
		return { sent, requests: next.mock.calls.length, waits: clock.waits };
	}

	/** How often a request is sent that fails like this each time. */
	async function triesOf(failure: Partial<Failure>, effect?: Effect): Promise<number> {
		const one = failed(failure);
		return (await sendWith([one, one, one], effect)).requests;
	}

	test('a success is not sent again', async () => {
		expect(await sendWith([ok()])).toEqual({ sent: ok(), requests: 1, waits: [] });
	});

	test('after a passing fault the success of the next try counts, and says nothing of tries', async () => {
		const { sent, requests } = await sendWith([failed({ status: 503 }), ok('second')]);
		expect([sent, requests]).toEqual([ok('second'), 2]);
	});

	test('each try sends the same request, and no other task', async () => {
		const { run } = givenRun();
		const next = responding(failed({ status: 503 }), ok());
		await retry(run, givenTask(), aRequest, next);
		expect(next.mock.calls).toEqual([[aRequest], [aRequest]]);
	});

	test.each(PASSING)('a read that met status %i is sent three times', async (status) => {
		expect(await triesOf({ status })).toBe(3);
		expect(await triesOf({ status }, idempotent)).toBe(3);
	});

	test.each(LASTING)('status %i does not pass: it is sent once', async (status) => {
		for (const effect of [undefined, idempotent, anEffect]) {
			expect(await triesOf({ status }, effect)).toBe(1);
		}
	});

	test.each(PASSING)('an effect that met status %i is never sent again', async (status) => {
		for (const effect of ['none', 'unknown'] as const) {
			expect(await triesOf({ status, effect }, anEffect)).toBe(1);
			expect(await triesOf({ status, effect }, { isIdempotent: false })).toBe(1);
		}
	});

	test.each([
		{ what: 'a read', effect: undefined, none: 3, unknown: 3 },
		{ what: 'an idempotent write', effect: idempotent, none: 3, unknown: 3 },
		{ what: 'an effect only if it never arrived', effect: anEffect, none: 3, unknown: 1 },
	])('without a response $what is sent again', async ({ effect, none, unknown }) => {
		expect(await triesOf({ ...lost, effect: 'none' }, effect)).toBe(none);
		expect(await triesOf({ ...lost, effect: 'unknown' }, effect)).toBe(unknown);
	});

	test('what has nothing to do with the network does not pass', async () => {
		expect(await triesOf({ status: undefined, transport: false })).toBe(1);
		expect(await triesOf({ status: undefined })).toBe(1);
	});

	test('what was called off is not sent again', async () => {
		expect(await triesOf({ ...lost, cancelled: true })).toBe(1);
		expect(await triesOf({ status: 503, cancelled: true })).toBe(1);
	});

	describe('waits', () => {
		const passing = failed({ status: 503 });

		test.each([
			{ chance: 0, waits: [250, 1000] },
			{ chance: 0.5, waits: [312.5, 1250] },
			{ chance: 1, waits: [375, 1500] },
		])('they grow, by chance up to half as much again: $chance', async ({ chance, waits }) => {
			expect((await sendWith([passing, passing, passing], undefined, chance)).waits).toEqual(waits);
		});

		test('what the service asks for is waited for, if it is longer', async () => {
			const slow = failed({ status: 503, retryAfter: 5000 });
			const soon = failed({ status: 503, retryAfter: 10 });
			expect((await sendWith([slow, soon, ok()])).waits).toEqual([5000, 1000]);
		});

		test('a service that asks for more than a minute is not waited for', async () => {
			expect(await triesOf({ status: 503, retryAfter: 60_000 })).toBe(3);
			expect(await triesOf({ status: 503, retryAfter: 60_001 })).toBe(1);
		});
	});

	describe('how often it was tried is part of what is said', () => {
		test('after three tries', async () => {
			const one = failed({ status: 503, description: 'Do that.', details: { id: '7' } });
			const last = failed({ ...one.failure, message: 'The last' });
			expect(failureOf((await sendWith([one, one, last])).sent)).toEqual({
				...last.failure,
				description: 'Do that. It was tried 3 times.',
				details: { id: '7', tries: 3 },
			});
		});

		test('after two, when the second met something that lasts', async () => {
			const { sent } = await sendWith([failed({ status: 503 }), failed({ status: 422 })]);
			expect(failureOf(sent)).toMatchObject({ status: 422, details: { tries: 2 } });
		});

		test('not after one', async () => {
			expect((await sendWith([failed({ status: 422 })])).sent).toEqual(failed({ status: 422 }));
		});
	});

	describe('a run that is over', () => {
		const passing = failed({ status: 503 });

		test('before the wait: no wait, no second try', async () => {
			const { run, clock } = givenRun();
			const next = jest.fn(async () => {
				run.giveUp();
				return passing;
			});
			expect(await retry(run, givenTask(), aRequest, next)).toEqual(passing);
			expect([next.mock.calls.length, clock.waits]).toEqual([1, []]);
		});

		test('during the wait: no second try', async () => {
			const { run, clock } = givenRun();
			const { sleep } = clock;
			Object.assign(clock, {
				async sleep(milliseconds: number) {
					await sleep(milliseconds);
					run.giveUp();
				},
			});
			const next = responding(passing);
			expect(await retry(run, givenTask(), aRequest, next)).toEqual(passing);
			expect(clock.waits).toEqual([250]);
		});

		test('another request was refused: no second try', async () => {
			const { run } = givenRun();
			run.guard.observe(failed({ status: 401 }), () => true);
			expect(await retry(run, givenTask(), aRequest, responding(passing))).toEqual(passing);
		});
	});
});
