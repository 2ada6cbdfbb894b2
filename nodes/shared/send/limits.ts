import type { Clock } from './clock';

/** Interval for checking requests in flight, in milliseconds. */
const TICK = 250;

/** A request in flight. */
interface Limit {
	readonly signal: AbortSignal;
	/** Whether it timed out. */
	readonly isOver: boolean;
	end(): void;
}

/**
 * Ends requests that time out, and all of them when the execution is stopped. n8n's own timeout
 * restarts with each byte received.
 */
export class Limits {
	private readonly inFlight = new Set<{ controller: AbortController; until: number }>();

	private isWatching = false;

	private readonly abortAll = () => {
		for (const { controller } of this.inFlight) controller.abort();
	};

	constructor(
		private readonly clock: Clock,
		private readonly stop?: AbortSignal,
	) {}

	/** @param timeout milliseconds for all of the request; without it, no limit */
	begin(timeout = Infinity): Limit {
		const { clock, inFlight, stop } = this;
		const controller = new AbortController();
		if (stop?.aborted) controller.abort();
		// One listener for all, and none in between: a loop may have thousands of runs.
		if (inFlight.size === 0) stop?.addEventListener('abort', this.abortAll);
		const one = { controller, until: clock.now() + timeout };
		inFlight.add(one);
		if (!this.isWatching) void this.watch();
		return {
			signal: controller.signal,
			get isOver() {
				return clock.now() >= one.until;
			},
			end: () => {
				inFlight.delete(one);
				if (inFlight.size === 0) stop?.removeEventListener('abort', this.abortAll);
			},
		};
	}

	private async watch(): Promise<void> {
		this.isWatching = true;
		while (this.inFlight.size > 0) {
			await this.clock.sleep(TICK);
			for (const { controller, until } of this.inFlight) {
				if (this.clock.now() >= until) controller.abort();
			}
		}
		this.isWatching = false;
	}
}
