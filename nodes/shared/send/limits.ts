import type { Clock } from './clock';

/** How often requests in flight are looked at, in milliseconds. */
const TICK = 250;

/** A request in flight. */
interface Limit {
	readonly signal: AbortSignal;
	/** Whether its time was up. */
	readonly isOver: boolean;
	end(): void;
}

/**
 * Ends requests whose whole time is up, and all of them when the execution is stopped. n8n's own
 * limit begins anew with each byte that arrives.
 */
export class Limits {
	private readonly inFlight = new Set<{ controller: AbortController; until: number }>();

	private isWatching = false;

	constructor(
		private readonly clock: Clock,
		private readonly stop?: AbortSignal,
	) {
		stop?.addEventListener('abort', () => {
			for (const { controller } of this.inFlight) controller.abort();
		});
	}

	/** @param timeout milliseconds for all of the request; without it, no limit */
	begin(timeout = Infinity): Limit {
		const controller = new AbortController();
		if (this.stop?.aborted) controller.abort();
		const { clock } = this;
		const one = { controller, until: clock.now() + timeout };
		this.inFlight.add(one);
		if (!this.isWatching) void this.watch();
		return {
			signal: controller.signal,
			get isOver() {
				return clock.now() >= one.until;
			},
			end: () => this.inFlight.delete(one),
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
