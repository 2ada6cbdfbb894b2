'use strict';

const SEED = 4711;

/**
 * Writes numbers as the service does: as strings or as numbers, without a rule.
 * @param {{ numbersAs: 'random'|'string'|'number' }} settings
 * @returns {{ write(object: object, names: string[]): object, reset(): void }} write gives a copy in which the
 *   named fields are strings or numbers; the same sequence after every reset
 */
function createWireNumbers(settings) {
	let seed = SEED;
	const random = () => {
		// mulberry32
		seed = (seed + 0x6d2b79f5) | 0;
		let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
		t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
		return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
	};
	const asString = () =>
		settings.numbersAs === 'string' || (settings.numbersAs === 'random' && random() < 0.5);
	return {
		write(object, names) {
			const copy = { ...object };
			for (const name of names)
				if (name in copy) copy[name] = asString() ? String(copy[name]) : Number(copy[name]);
			return copy;
		},
		reset() {
			seed = SEED;
		},
	};
}

module.exports = { createWireNumbers };
