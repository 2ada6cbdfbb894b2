'use strict';

const Sequencer = require('@jest/test-sequencer').default;

/** Files that take longer than their size tells, which is all jest knows in a fresh clone. */
const SLOW =
	/[\\/](voipNowCdrPages|safeSends|anyValue|effects|outcomes|lox24Operations|voipNowOperations|stop|oneItem|limit|declaredOperations|outputSchemas|voipNowHttps|control)\.test\.ts$/;

/** Starts what takes long first, so that no worker is left alone with it at the end. */
module.exports = class extends Sequencer {
	sort(tests) {
		const sorted = super.sort(tests);
		if (sorted.some(({ duration }) => duration)) return sorted;
		const isSlow = ({ path }) => SLOW.test(path);
		return [...sorted.filter(isSlow), ...sorted.filter((test) => !isSlow(test))];
	}
};
