'use strict';

const { IdMap } = require('../state/idMap');

/**
 * Lets lists lag behind: they show an entry once it has existed for `listLag`.
 * @param {{ state: object, clock: object, settings: object }} sandbox
 * @returns {{ noting<T>(work: () => T): T, shows(entry: object): boolean }} noting: what the work creates is new;
 *   shows: whether a list may show the entry
 */
function createLag({ state, clock, settings }) {
	/** Wire times are whole seconds, too coarse for a lag of milliseconds. */
	const births = new WeakMap();
	// Seeded and filled entries are not new, whenever they were added.
	let isNoting = false;
	const note = (entry) => isNoting && births.set(entry, clock.exact());
	for (const part of Object.values(state)) if (part instanceof IdMap) part.onNew = note;

	return {
		noting(work) {
			isNoting = true;
			try {
				return work();
			} finally {
				isNoting = false;
			}
		},
		shows(entry) {
			if (settings.listLag === 0) return true;
			const born = births.get(entry) ?? entry.created_at ?? 0;
			return (clock.exact() - born) * 1000 >= settings.listLag;
		},
	};
}

module.exports = { createLag };
