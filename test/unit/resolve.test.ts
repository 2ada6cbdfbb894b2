import type { Recalled } from '../../nodes/shared/send/ledger';
import { leftOpen, resolve } from '../../nodes/shared/send/resolve';
import type { Sent, Task } from '../../nodes/shared/send/stage';
import type { Question, Service } from '../../nodes/shared/service';
import {
	responding,
	aRead,
	aRequest,
	failed,
	failureOf,
	givenRun,
	givenService,
	givenTask,
	ok,
} from './given';

const WAITS = [500, 1500, 4000];
const unknown = failed({ effect: 'unknown', message: 'Lost', description: 'Look it up.' });
const entry = { uuid: 'a' };
const nothingYet = ok({ list: [] });
const found = ok({ list: [entry] });

/** The service can be asked, and only the entry proves something. */
const question: Question = {
	request: aRead,
	entries: ({ body }) => (body as { list: unknown[] }).list,
	proves: ({ uuid }) => uuid === 'a',
};

describe('resolve: what came of a request whose outcome is unknown', () => {
	/** What the stage says, what it asked for, and how long it waited each time. */
	async function resolveWith(
		responses: Sent[],
		task: Partial<Task> = {},
		service: Partial<Service> = { lookUp: () => question },
	) {
		const { run, clock } = givenRun({ service: givenService(service) });
		const next = responding(...responses);
		const sent = await resolve(run, givenTask({ effect: {}, ...task }), aRequest, next);
		return { sent, asked: next.mock.calls, waits: clock.waits };
	}

	test.each([
		{ what: 'a success', sent: ok(), task: {} },
		{ what: 'a failure without an effect', sent: failed({ effect: 'none' }), task: {} },
		{ what: 'an unknown read', sent: unknown, task: { effect: undefined } },
	])('$what is not looked up', async ({ sent, task }) => {
		const result = await resolveWith([sent], task);
		expect(result).toEqual({ sent, asked: [[aRequest]], waits: [] });
	});

	test('where the service cannot be asked it stays unknown, as it was said', async () => {
		for (const service of [{}, { lookUp: () => undefined }]) {
			const { sent, asked, waits } = await resolveWith([unknown], {}, service);
			expect({ sent, asked: asked.length, waits }).toEqual({ sent: unknown, asked: 1, waits: [] });
		}
	});

	test('it is looked up as a read of its own, after a wait', async () => {
		const { sent, asked, waits } = await resolveWith([unknown, found], { itemIndexes: [4] });
		expect(sent).toEqual(ok(entry));
		expect(asked).toEqual([[aRequest], [aRead, { itemIndexes: [4] }]]);
		expect(waits).toEqual([500]);
	});

	test('the service is asked about this request, task and run', async () => {
		const lookUp = jest.fn(() => undefined);
		const { run } = givenRun({ service: givenService({ lookUp }) });
		const task = givenTask({ effect: {} });
		await resolve(run, task, aRequest, responding(unknown));
		expect(lookUp).toHaveBeenCalledWith(aRequest, task, run);
	});

	test('it is found on the third look-up, after waits that grow', async () => {
		const { sent, waits } = await resolveWith([unknown, nothingYet, nothingYet, found]);
		expect(sent).toEqual(ok(entry));
		expect(waits).toEqual(WAITS);
	});

	test('not found after three look-ups proves nothing: it stays unknown and is not sent', async () => {
		const responses = [unknown, nothingYet, nothingYet, nothingYet];
		const { sent, asked } = await resolveWith(responses);
		expect(failureOf(sent)).toEqual({
			...unknown.failure,
			message: 'Lost; it was looked up and not found yet',
		});
		expect(asked.map(([request]) => request)).toEqual([aRequest, aRead, aRead, aRead]);
	});

	test('a reason that says so already does not say it twice', async () => {
		const message = 'Lost; it was looked up and not found yet';
		const { sent } = await resolveWith([nothingYet, nothingYet, nothingYet], {
			earlier: { failure: { message, description: 'Look it up.' } },
		});
		expect(failureOf(sent).message).toBe(message);
	});

	test('a look-up that fails is made again, and its failure is not that of the request', async () => {
		const { sent, waits } = await resolveWith([unknown, failed(), failed({ status: 404 }), found]);
		expect(sent).toEqual(ok(entry));
		expect(waits).toEqual(WAITS);
		const never = await resolveWith([unknown, failed(), failed(), failed({ message: 'No' })]);
		expect(failureOf(never.sent).message).toContain('Lost');
	});

	test.each([
		{ what: 'nothing', list: [] },
		{ what: 'what is no object', list: [null, 'a', 7, ['a']] },
		{ what: 'only what others have made', list: [{ uuid: 'b' }, {}] },
	])('a look-up that gives $what proves nothing', async ({ list }) => {
		const { sent } = await resolveWith([unknown, ok({ list }), ok({ list }), ok({ list })]);
		expect(failureOf(sent).effect).toBe('unknown');
	});

	test('the entry is found among others', async () => {
		const list: unknown[] = [null, { uuid: 'b' }, entry, { uuid: 'c' }];
		expect((await resolveWith([unknown, ok({ list })])).sent).toEqual(ok(entry));
	});

	describe('the user wants it sent again', () => {
		const sendAgain: Partial<Task> = { ifUnknown: 'sendAgain' };

		test('only after it was looked up in vain', async () => {
			const responses = [unknown, nothingYet, failed(), nothingYet, ok('sent')];
			const { sent, asked } = await resolveWith(responses, sendAgain);
			expect(sent).toEqual(ok('sent'));
			expect(asked[4]).toEqual([aRequest]);
		});

		test('what was found is not sent again', async () => {
			const { sent, asked } = await resolveWith([unknown, found], sendAgain);
			expect([sent, asked.length]).toEqual([ok(entry), 2]);
		});

		test('at once where the service cannot be asked', async () => {
			const { sent } = await resolveWith([unknown, ok('sent')], sendAgain, {});
			expect(sent).toEqual(ok('sent'));
		});

		test('once only', async () => {
			const { sent } = await resolveWith([unknown, unknown], sendAgain, {});
			expect(sent).toEqual(unknown);
		});

		test('a second one that is refused says nothing of the first: it stays unknown', async () => {
			const refused = failed({ status: 422, message: 'Refused' });
			const { sent } = await resolveWith([unknown, refused], sendAgain, {});
			expect(sent).toEqual({ failure: { ...refused.failure, effect: 'unknown' } });
		});

		test('by default it is left', async () => {
			const { sent, asked } = await resolveWith([unknown], { ifUnknown: 'leave' }, {});
			expect([sent, asked.length]).toEqual([unknown, 1]);
		});
	});

	describe('the execution is stopped meanwhile', () => {
		/** Stops during the wait with this number, or before the first. */
		async function stopIn(wait: number, ifUnknown: Task['ifUnknown'] = 'leave') {
			const { run, clock } = givenRun({ service: givenService({ lookUp: () => question }) });
			const { sleep } = clock;
			Object.assign(clock, {
				async sleep(milliseconds: number) {
					await sleep(milliseconds);
					if (clock.waits.length === wait) run.giveUp();
				},
			});
			const next = responding(unknown, nothingYet, nothingYet, nothingYet);
			if (wait === 0) run.giveUp();
			const sent = await resolve(run, givenTask({ effect: {}, ifUnknown }), aRequest, next);
			return { sent, requests: next.mock.calls.length, waits: clock.waits };
		}

		test('nothing is asked any more', async () => {
			expect(await stopIn(0)).toEqual({ sent: unknown, requests: 1, waits: [] });
			expect(await stopIn(1)).toEqual({ sent: unknown, requests: 1, waits: [500] });
			expect(await stopIn(2)).toEqual({ sent: unknown, requests: 2, waits: [500, 1500] });
		});

		test('and nothing is sent again', async () => {
			expect(await stopIn(3, 'sendAgain')).toMatchObject({ sent: unknown, requests: 3 });
		});

		test('also when it was stopped during the last look-up', async () => {
			const { run } = givenRun({ service: givenService({ lookUp: () => question }) });
			const responses = [unknown, nothingYet, nothingYet];
			const next = jest.fn(async () => {
				const response = responses.shift();
				if (response) return response;
				run.giveUp();
				return nothingYet;
			});
			const task = givenTask({ effect: {}, ifUnknown: 'sendAgain' });
			expect(failureOf(await resolve(run, task, aRequest, next)).effect).toBe('unknown');
			expect(next).toHaveBeenCalledTimes(4);
		});
	});

	describe('an earlier try is open', () => {
		test('what the execution that is retried has sent comes out as such', async () => {
			const { sent } = await resolveWith([found], { earlier: { isEarlier: true } });
			expect(sent).toEqual({ ...ok(entry), isEarlier: true });
		});

		test('it is looked up first, and not sent when it is found', async () => {
			const { sent, asked } = await resolveWith([found], { earlier: {} });
			expect(sent).toEqual(ok(entry));
			expect(asked.map(([request]) => request)).toEqual([aRead]);
		});

		test('where the service cannot be asked, nothing is sent', async () => {
			const { sent, asked } = await resolveWith([], { earlier: {} }, {});
			expect(failureOf(sent)).toEqual(leftOpen({}));
			expect(asked).toEqual([]);
		});

		test('its reason is given where it is known, and what the user can do', () => {
			const description = 'Look it up.';
			const failure = { message: 'Lost', description, status: 502, details: { id: '7' } };
			const left = leftOpen({ failure });
			expect(left).toMatchObject({ message: 'Lost', status: 502, effect: 'unknown' });
			expect(left.details).toEqual({ id: '7' });
			expect(left.description).toMatch(/^Look it up\. To send the other items/);
			expect(leftOpen({ failure: left }).description).toBe(left.description);
		});

		test.each<Recalled>([{}, undefined, { items: [] }])(
			'without a reason it says that there was no response: %j',
			(earlier) => {
				const { message, description, effect } = leftOpen(earlier);
				expect(message).toBe('An earlier try of this item ended without a response');
				expect(description).toContain('look it up before you send it again');
				expect(effect).toBe('unknown');
			},
		);
	});
});
