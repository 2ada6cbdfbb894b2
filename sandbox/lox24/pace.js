'use strict';

module.exports = {
	/** Seconds a message without a schedule waits; within them it can still be stopped. */
	SECONDS_UNTIL_SENT: 2,
	/** Seconds a bulk, a risk check or a payment stays in progress. */
	SECONDS_IN_PROGRESS: 4,
};
