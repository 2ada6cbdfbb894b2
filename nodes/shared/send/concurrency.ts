import type { Stage } from './stage';

/** Keeps the number of requests in flight at or below a limit; first come, first served. */
export class Slots {
	private taken = 0;

	private readonly waiting: Array<() => void> = [];

	/** @param limit how many may be in flight at once, 1 or more */
	constructor(readonly limit: number) {}

	/** Runs the task when a slot is free, and then frees the slot. */
	async use<T>(task: () => Promise<T>): Promise<T> {
		if (this.taken < this.limit) this.taken++;
		else await new Promise<void>((resolve) => this.waiting.push(resolve));
		try {
			return await task();
		} finally {
			const next = this.waiting.shift();
			if (next) next();
			else this.taken--;
		}
	}
}

/** Everything that follows happens in a slot, including look-ups, bodies and files. */
export const concurrency: Stage = async (run, _task, request, next) =>
	await run.slots.use(async () => await next(request));

/**
 * Works on many things, a few at a time and in their order, so that little is held in memory and
 * a run that is stopped ends at once.
 *
 * @param count how many there are
 * @param limit how many are worked on at once
 * @param work on the one with that index; what it throws ends the whole
 * @param isOver asked before each: nothing further is begun then
 * @returns the results of those that were begun
 */
export async function inOrder<T>(
	count: number,
	limit: number,
	work: (index: number) => Promise<T>,
	isOver: () => boolean = () => false,
): Promise<T[]> {
	const results: T[] = [];
	let next = 0;
	let hasThrown = false;
	const worker = async () => {
		while (next < count && !hasThrown && !isOver()) {
			const index = next++;
			try {
				results[index] = await work(index);
			} finally {
				hasThrown ||= !(index in results);
			}
		}
	};
	await Promise.all(Array.from({ length: Math.min(limit, count) }, worker));
	return results;
}
