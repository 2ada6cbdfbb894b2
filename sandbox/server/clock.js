'use strict';

/**
 * The sandbox's own time: real time plus what was skipped.
 * @returns {{ now(): number, exact(): number, advance(seconds: number): number, reset(): void }} now and advance
 *   give unix seconds, exact gives them with fractions
 */
function createClock() {
	let skipped = 0;
	const exact = () => Date.now() / 1000 + skipped;
	const now = () => Math.floor(exact());
	return {
		now,
		exact,
		advance(seconds) {
			if (!Number.isFinite(seconds)) throw new TypeError('clock.advance needs a number of seconds');
			skipped += seconds;
			return now();
		},
		reset() {
			skipped = 0;
		},
	};
}

module.exports = { createClock };
