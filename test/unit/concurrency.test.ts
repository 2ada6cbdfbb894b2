import fc from 'fast-check';

import { concurrency, inOrder, Slots } from '../../nodes/shared/send/concurrency';
import { aRequest, responding, givenRun, givenTask, ok, settle } from './given';

/** Tasks that end when they are told to. */
function givenTasks() {
	const begun: number[] = [];
	const ends = new Map<number, { resolve: (value: string) => void; reject: (e: Error) => void }>();
	return {
		begun,
		async work(index: number): Promise<string> {
			begun.push(index);
			return await new Promise((resolve, reject) => ends.set(index, { resolve, reject }));
		},
		async end(index: number) {
			ends.get(index)!.resolve(`result ${index}`);
			await settle();
		},
		async fail(index: number) {
			ends.get(index)!.reject(new Error(`fault ${index}`));
			await settle();
		},
	};
}

describe('slots', () => {
	test('no more than the limit is in flight, first come, first served', async () => {
		const slots = new Slots(2);
		const tasks = givenTasks();
		const all = [0, 1, 2, 3].map(async (index) => await slots.use(() => tasks.work(index)));
		await settle();
		expect(tasks.begun).toEqual([0, 1]);
		await tasks.end(1);
		expect(tasks.begun).toEqual([0, 1, 2]);
		await tasks.end(2);
		expect(tasks.begun).toEqual([0, 1, 2, 3]);
		await tasks.end(0);
		await tasks.end(3);
		expect(await Promise.all(all)).toEqual([0, 1, 2, 3].map((index) => `result ${index}`));
	});

	test('what throws gives its slot back, also to one that waits', async () => {
		const slots = new Slots(1);
		const tasks = givenTasks();
		const first = slots.use(() => tasks.work(0));
		const second = slots.use(() => tasks.work(1));
		await settle();
		await Promise.all([expect(first).rejects.toThrow('fault 0'), tasks.fail(0)]);
		expect(tasks.begun).toEqual([0, 1]);
		await tasks.end(1);
		expect(await second).toBe('result 1');
	});

	test('slots that are all free again are as many as before', async () => {
		const slots = new Slots(2);
		for (let round = 0; round < 3; round++) {
			await Promise.all([slots.use(async () => 1), slots.use(async () => 2)]);
		}
		const tasks = givenTasks();
		for (const index of [0, 1, 2]) void slots.use(() => tasks.work(index));
		await settle();
		expect(tasks.begun).toEqual([0, 1]);
	});

	test('the stage sends in a slot of the run, and takes no other', async () => {
		const { run } = givenRun({ concurrency: 1 });
		const tasks = givenTasks();
		void run.slots.use(() => tasks.work(0));
		const next = responding(ok('sent'));
		const sent = concurrency(run, givenTask(), aRequest, next);
		await settle();
		expect(next).not.toHaveBeenCalled();
		await tasks.end(0);
		expect(await sent).toEqual(ok('sent'));
		expect(next).toHaveBeenCalledWith(aRequest);
	});
});

describe('inOrder: many things, a few at a time', () => {
	test('it begins with as many as the limit says, and with the next when one has ended', async () => {
		const tasks = givenTasks();
		const results = inOrder(4, 2, tasks.work);
		await settle();
		expect(tasks.begun).toEqual([0, 1]);
		await tasks.end(1);
		expect(tasks.begun).toEqual([0, 1, 2]);
		await tasks.end(0);
		await tasks.end(3);
		await tasks.end(2);
		expect(await results).toEqual([0, 1, 2, 3].map((index) => `result ${index}`));
	});

	test('nothing to do is done at once', async () => {
		const tasks = givenTasks();
		expect(await inOrder(0, 5, tasks.work)).toEqual([]);
		expect(tasks.begun).toEqual([]);
	});

	test('once it is over nothing is begun, and what was begun comes out', async () => {
		const tasks = givenTasks();
		let isOver = false;
		const results = inOrder(10, 2, tasks.work, () => isOver);
		await settle();
		isOver = true;
		await tasks.end(1);
		await tasks.end(0);
		expect(await results).toEqual(['result 0', 'result 1']);
		expect(tasks.begun).toEqual([0, 1]);
	});

	test('what is over from the start begins nothing', async () => {
		const tasks = givenTasks();
		expect(await inOrder(3, 2, tasks.work, () => true)).toEqual([]);
	});

	test('what one of them throws comes out', async () => {
		const tasks = givenTasks();
		const results = inOrder(3, 2, tasks.work);
		await settle();
		await Promise.all([expect(results).rejects.toThrow('fault 1'), tasks.fail(1)]);
	});

	test('after one has thrown nothing further is begun', async () => {
		const tasks = givenTasks();
		const results = inOrder(5, 2, tasks.work);
		await settle();
		await Promise.all([expect(results).rejects.toThrow('fault 1'), tasks.fail(1)]);
		await tasks.end(0);
		expect(tasks.begun).toEqual([0, 1]);
	});

	test('results come in order, each once, never with more in flight than the limit', async () => {
		const delays = fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 20 });
		await fc.assert(
			fc.asyncProperty(delays, fc.integer({ min: 1, max: 6 }), async (turns, limit) => {
				let inFlight = 0;
				let most = 0;
				const begun: number[] = [];
				const results = await inOrder(turns.length, limit, async (index) => {
					begun.push(index);
					most = Math.max(most, ++inFlight);
					for (let turn = 0; turn < turns[index]; turn++) await Promise.resolve();
					inFlight--;
					return index;
				});
				const all = [...turns.keys()];
				expect(results).toEqual(all);
				expect(begun).toEqual(all);
				expect(most).toBe(Math.min(limit, turns.length));
			}),
		);
	});
});
