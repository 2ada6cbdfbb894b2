'use strict';

/**
 * Keeps requests waiting until the test that asked for it lets them go on. So a test knows, however
 * slow the machine is, how many are there at once.
 * @returns {{ pass(): Promise<void>, begin(first?: number): Held, end(): void }}
 * @typedef {object} Held
 * @property {(count: number) => Promise<void>} full resolves when so many requests are waiting
 * @property {() => void} release lets them go on, and all that come later
 */
function createHold() {
	/** Requests that may still pass. */
	let free = Infinity;
	/** Lets each request that waits go on. */
	let waiting = [];
	/** Told of each request that begins to wait. */
	let watching = [];

	function end() {
		free = Infinity;
		for (const goOn of waiting.splice(0)) goOn();
	}

	return {
		async pass() {
			free -= 1;
			if (free >= 0) return;
			await new Promise((resolve) => {
				waiting.push(resolve);
				watching = watching.filter((look) => !look());
			});
		},
		begin(first = 0) {
			end();
			free = first;
			return {
				full: async (count) =>
					await new Promise((resolve) => {
						const look = () => {
							if (waiting.length < count) return false;
							resolve();
							return true;
						};
						if (!look()) watching.push(look);
					}),
				release: end,
			};
		},
		end,
	};
}

module.exports = { createHold };
