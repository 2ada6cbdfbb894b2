'use strict';

/** A Map whose keys are strings, so that `get(7116)` and `get('7116')` find the same entry. */
class IdMap extends Map {
	/** Hears of each new entry, if somebody listens. @type {((entry: object) => void)|undefined} */
	onNew;

	get(id) {
		return super.get(String(id));
	}

	has(id) {
		return super.has(String(id));
	}

	set(id, value) {
		if (this.onNew && !this.has(id)) this.onNew(value);
		return super.set(String(id), value);
	}

	delete(id) {
		return super.delete(String(id));
	}
}

module.exports = { IdMap };
