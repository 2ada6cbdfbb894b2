'use strict';

/**
 * The sandbox's own time: real time plus what was skipped, or that at which it was stopped.
 * @returns {{ now(): number, exact(): number, advance(seconds: number): number, stop(): void, reset(): void }}
 *   now and advance give unix seconds, exact gives them with fractions; a reset lets it run again
 */
function createClock() {
	let skipped = 0;
	let stoppedAt;
	const exact = () => (stoppedAt ?? Date.now() / 1000) + skipped;
	const now = () => Math.floor(exact());
	return {
		now,
		exact,
		advance(seconds) {
			if (!Number.isFinite(seconds)) throw new TypeError('clock.advance needs a number of seconds');
			skipped += seconds;
			return now();
		},
		stop() {
			stoppedAt = Date.now() / 1000;
		},
		reset() {
			skipped = 0;
			stoppedAt = undefined;
		},
	};
}

module.exports = { createClock };
