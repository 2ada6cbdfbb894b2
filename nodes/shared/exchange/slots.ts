/** Keeps the number of requests in flight at or below a limit; first come, first served. */
export class Slots {
	private taken = 0;

	private readonly waiting: Array<() => void> = [];

	private next = 0;

	/** @param limit how many may be in flight at once, 1 or more */
	constructor(private readonly limit: number) {}

	/** Runs the task as soon as a slot is free; the slot is free again when it has ended. */
	async use<T>(task: () => Promise<T>): Promise<T> {
		if (this.taken < this.limit) this.taken++;
		else await new Promise<void>((resolve) => this.waiting.push(resolve));
		try {
			return await task();
		} finally {
			this.handOn();
		}
	}

	/** An index instead of `shift()`, which copies the queue each time it is long. */
	private handOn(): void {
		const resume = this.waiting[this.next];
		if (!resume) {
			this.waiting.length = 0;
			this.next = 0;
			this.taken--;
			return;
		}
		this.next++;
		resume();
	}
}
