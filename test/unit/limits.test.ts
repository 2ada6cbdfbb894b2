import { Limits } from '../../nodes/shared/send/limits';
import { FakeClock, settle } from './given';

describe('limits: the whole time of a request', () => {
	let clock: FakeClock;

	beforeEach(() => (clock = new FakeClock()));

	/** Lets time pass for whoever watches, in ticks of a quarter of a second. */
	async function ticks(count: number): Promise<void> {
		for (let tick = 0; tick < count; tick++) await settle();
	}

	test('a request is ended when its time is up, not before', async () => {
		const limit = new Limits(clock).begin(1000);
		await ticks(3);
		expect([limit.signal.aborted, limit.isOver]).toEqual([false, false]);
		await ticks(1);
		expect([limit.signal.aborted, limit.isOver]).toEqual([true, true]);
		limit.end();
	});

	test('its time is looked at four times a second', async () => {
		const limit = new Limits(clock).begin(600);
		await ticks(3);
		limit.end();
		await ticks(2);
		expect(clock.waits).toEqual([250, 250, 250, 250].slice(0, clock.waits.length));
		expect(clock.waits.length).toBeGreaterThanOrEqual(3);
	});

	test('each request has a time of its own', async () => {
		const limits = new Limits(clock);
		const short = limits.begin(250);
		const long = limits.begin(10_000);
		await ticks(2);
		expect([short.signal.aborted, long.signal.aborted]).toEqual([true, false]);
		short.end();
		long.end();
	});

	test('without a limit a request is not ended', async () => {
		const limit = new Limits(clock).begin();
		await ticks(50);
		expect([limit.signal.aborted, limit.isOver]).toEqual([false, false]);
		limit.end();
	});

	test('a request that has ended is left alone', async () => {
		const limits = new Limits(clock);
		const ended = limits.begin(250);
		const other = limits.begin(10_000);
		ended.end();
		await ticks(4);
		expect(ended.signal.aborted).toBe(false);
		other.end();
	});

	test('when nothing is in flight nobody watches; the next request is watched again', async () => {
		const limits = new Limits(clock);
		limits.begin(10_000).end();
		await ticks(5);
		expect(clock.waits).toEqual([250]);
		const limit = limits.begin(250);
		await ticks(2);
		expect(limit.signal.aborted).toBe(true);
		limit.end();
	});

	test('many requests are watched together', async () => {
		const limits = new Limits(clock);
		const all = Array.from({ length: 5 }, () => limits.begin(10_000));
		await settle();
		expect(clock.waits.length).toBeLessThanOrEqual(2);
		for (const limit of all) limit.end();
	});

	describe('stop', () => {
		test('ends all that are in flight, at once', () => {
			const stop = new AbortController();
			const limits = new Limits(clock, stop.signal);
			const all = [limits.begin(), limits.begin(1000)];
			stop.abort();
			expect(all.map(({ signal }) => signal.aborted)).toEqual([true, true]);
			expect(all.map(({ isOver }) => isOver)).toEqual([false, false]);
			for (const limit of all) limit.end();
		});

		test('ends what begins later', () => {
			const stop = new AbortController();
			stop.abort();
			const limit = new Limits(clock, stop.signal).begin(1000);
			expect(limit.signal.aborted).toBe(true);
			limit.end();
		});

		test('one that ended before leaves the others in flight to be stopped', () => {
			const stop = new AbortController();
			const limits = new Limits(clock, stop.signal);
			const first = limits.begin();
			const second = limits.begin();
			first.end();
			stop.abort();
			expect([first.signal.aborted, second.signal.aborted]).toEqual([false, true]);
			second.end();
		});

		test('between requests nothing listens, so that thousands of runs leave nothing behind', () => {
			const stop = new AbortController();
			const listen = jest.spyOn(stop.signal, 'addEventListener');
			const leave = jest.spyOn(stop.signal, 'removeEventListener');
			const limits = new Limits(clock, stop.signal);
			expect(listen).not.toHaveBeenCalled();
			const all = [limits.begin(), limits.begin()];
			for (const limit of all) limit.end();
			expect(listen).toHaveBeenCalledTimes(1);
			expect(leave.mock.calls).toEqual(listen.mock.calls);
		});
	});
});
