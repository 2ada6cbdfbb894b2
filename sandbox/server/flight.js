'use strict';

/**
 * Counts requests that are being handled.
 * @returns {{ enter(): { count: number, leave(): void }, peak(): number, clear(): void }} leave may be called twice
 */
function createFlight() {
	let current = 0;
	let peak = 0;
	return {
		enter() {
			current += 1;
			peak = Math.max(peak, current);
			let inside = true;
			return {
				count: current,
				leave() {
					if (inside) current -= 1;
					inside = false;
				},
			};
		},
		peak: () => peak,
		clear() {
			peak = current;
		},
	};
}

module.exports = { createFlight };
