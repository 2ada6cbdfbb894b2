import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';

import { forgetAccounts } from '../../nodes/shared/send/guard';
import { BEGINNING, FakeLox24, givenTime, type Manners, PublishedTrigger } from './givenPolling';

const time = givenTime();

const RUNS = Number(process.env.POLLING_RUNS ?? 40);

/** One thing that happens in the history of an account and its workflow. */
type Step =
	| { kind: 'arrive'; count: number; late: number }
	| { kind: 'report'; which: number; count: number }
	| { kind: 'schedule'; after: number }
	| { kind: 'wait'; seconds: number }
	| { kind: 'delete'; which: number }
	| { kind: 'restart' }
	| {
			kind: 'poll';
			/** Requests that go well before one fails. */
			failsAfter?: number;
			/** Requests after which there is no more time. */
			slowAfter?: number;
			/** What happens between two requests of it. */
			meanwhile?: { after: number; step: Step };
			/** Another one begins at the same moment. */
			twice: boolean;
	  };

const count = fc.integer({ min: 1, max: 14 });
const which = fc.nat({ max: 1000 });
const optional = (arbitrary: fc.Arbitrary<number>) =>
	fc.option(arbitrary, { nil: undefined, freq: 2 });

const change: fc.Arbitrary<Step> = fc.oneof(
	fc.record({ kind: fc.constant('arrive' as const), count, late: fc.nat({ max: 590 }) }),
	fc.record({ kind: fc.constant('report' as const), which, count }),
	fc.record({
		kind: fc.constant('schedule' as const),
		after: fc.integer({ min: 1, max: 400_000 }),
	}),
	fc.record({ kind: fc.constant('delete' as const), which }),
);

const step: fc.Arbitrary<Step> = fc.oneof(
	{ weight: 4, arbitrary: change },
	{
		weight: 3,
		arbitrary: fc.record({
			kind: fc.constant('wait' as const),
			seconds: fc.oneof(fc.nat({ max: 120 }), fc.nat({ max: 3000 })),
		}),
	},
	{ weight: 1, arbitrary: fc.record({ kind: fc.constant('restart' as const) }) },
	{
		weight: 4,
		arbitrary: fc.record({
			kind: fc.constant('poll' as const),
			failsAfter: optional(fc.nat({ max: 4 })),
			slowAfter: optional(fc.integer({ min: 1, max: 4 })),
			meanwhile: fc.option(fc.record({ after: fc.integer({ min: 1, max: 4 }), step: change }), {
				nil: undefined,
				freq: 2,
			}),
			twice: fc.boolean(),
		}),
	},
);

const manners: fc.Arbitrary<Manners> = fc.record({
	pageSize: fc.integer({ min: 2, max: 6 }),
	hasTotal: fc.boolean(),
	hasView: fc.boolean(),
	ignoresPage: fc.constant(false),
	ignoresFilters: fc.boolean(),
	ahead: fc.constantFrom(0, 0, -86_400 * 40, 86_400 * 40),
	hasDate: fc.boolean(),
});

/** The history of one event: how its entries come to be, and which of them has to come out. */
abstract class History {
	readonly service: FakeLox24;

	readonly trigger: PublishedTrigger;

	/** What happened after the first poll, and was not deleted. */
	readonly due = new Set<string>();

	/** Deleted after it happened; it may have come out before. */
	readonly maybe = new Set<string>();

	isPublished = false;

	constructor(
		given: Manners,
		private readonly event: string,
	) {
		time.seconds = BEGINNING;
		forgetAccounts();
		this.service = new FakeLox24(time, given);
		this.trigger = new PublishedTrigger(this.service, { event });
	}

	abstract apply(one: Step): void;

	protected happened(entry: IDataObject): void {
		if (this.isPublished) this.due.add(String(entry.uuid));
	}

	protected remove(index: number): void {
		const { entries } = this.service;
		for (const { uuid } of entries.splice(index % (entries.length + 1), 1 + (index % 5))) {
			const id = String(uuid);
			if (this.due.delete(id)) this.maybe.add(id);
		}
	}

	async play(before: Step[], after: Step[]): Promise<void> {
		for (const one of before) this.apply(one);
		await this.trigger.publish();
		expect(this.trigger.out).toEqual([]);
		this.isPublished = true;
		for (const one of after) await this.playOne(one);
		// Whatever happened before, the next polls bring what is missing.
		for (let polls = 0; polls < 4; polls++) {
			time.seconds += 1000;
			await this.poll({ kind: 'poll', twice: false });
		}
		const out = this.trigger.out.filter((id) => !this.maybe.has(id));
		expect(out.sort()).toEqual([...this.due].sort());
		expect(new Set(this.trigger.out).size).toBe(this.trigger.out.length);
	}

	private async playOne(one: Step): Promise<void> {
		if (one.kind === 'poll') await this.poll(one);
		else if (one.kind === 'wait') {
			this.apply(one);
			// A workflow that nobody polls for days cannot know what happened before.
			if (this.event === 'deliveryReport') await this.poll({ kind: 'poll', twice: false });
		} else if (one.kind === 'restart') this.trigger.restart();
		else this.apply(one);
	}

	private async poll(given: Extract<Step, { kind: 'poll' }>): Promise<void> {
		const { trigger, service } = this;
		const { failsAfter, slowAfter, meanwhile, twice } = given;
		const start = service.requests.length;
		service.statuses = failsAfter === undefined ? [] : [...Array<undefined>(failsAfter), 500];
		service.onRequest = (number) => {
			if (meanwhile && number - start === meanwhile.after + 1) this.apply(meanwhile.step);
			if (number - start === slowAfter) time.seconds += 60;
		};
		const polls = [trigger.poll(), ...(twice ? [trigger.poll()] : [])];
		for (const result of await Promise.allSettled(polls)) {
			if (result.status === 'rejected') expect(failsAfter).toBeDefined();
		}
		service.onRequest = () => {};
		service.statuses = [];
	}
}

class Received extends History {
	constructor(given: Manners) {
		super(given, 'smsReceived');
	}

	apply(one: Step): void {
		if (one.kind === 'arrive') {
			for (let made = 0; made < one.count; made++) {
				this.happened(this.service.add({ received_at: this.service.now - one.late }));
			}
		} else if (one.kind === 'delete') this.remove(one.which);
		else if (one.kind === 'wait') time.seconds += one.seconds;
	}
}

const A_DAY = 86_400;

/** What a wait of 3,000 seconds becomes where three days are watched. */
const HALF_A_DAY_AT_MOST = 14;

class Reported extends History {
	constructor(given: Manners) {
		super(given, 'deliveryReport');
	}

	apply(one: Step): void {
		const { service } = this;
		if (one.kind === 'arrive') {
			for (let made = 0; made < one.count; made++) {
				service.add({ created_at: service.now - one.late, delivery_at: 0, dlr_code: 0 });
			}
		} else if (one.kind === 'schedule') {
			const delivery_at = service.now + one.after;
			service.add({ created_at: service.now, delivery_at, dlr_code: 2 });
		} else if (one.kind === 'report') {
			const waiting = service.entries.filter(
				({ dlr_code, status_code, created_at, delivery_at }) =>
					![1, 8, 16].includes(Number(dlr_code)) &&
					status_code !== FAILED &&
					// What is reported later than Look Back allows for does not have to come out.
					Math.max(Number(created_at), Number(delivery_at)) > service.now - A_DAY,
			);
			for (const entry of waiting.slice(one.which % 10).slice(0, one.count)) {
				if (one.which % 4 === 3) entry.status_code = FAILED;
				else entry.dlr_code = [1, 8, 16][one.which % 4];
				this.happened(entry);
			}
		} else if (one.kind === 'delete') this.remove(one.which);
		else if (one.kind === 'wait') time.seconds += one.seconds * HALF_A_DAY_AT_MOST;
	}
}

const steps = fc.array(step, { maxLength: 25 });
const changes = fc.array(change, { maxLength: 12 });

/** No operator found. */
const FAILED = 5000;

describe('polling: each one comes out exactly once, and none from before the first poll', () => {
	test('received messages', async () => {
		await fc.assert(
			fc.asyncProperty(manners, changes, steps, async (given, before, after) => {
				await new Received(given).play(before, after);
			}),
			{ numRuns: RUNS },
		);
	});

	test('delivery reports', async () => {
		await fc.assert(
			fc.asyncProperty(manners, changes, steps, async (given, before, after) => {
				await new Reported(given).play(before, after);
			}),
			{ numRuns: RUNS },
		);
	});
});
