'use strict';

const { Problem } = require('./problem');

/**
 * @param {{ balance: number }} account
 * @throws {Problem} 402 when nothing is left
 */
function needCredit({ balance }) {
	if (balance <= 0) throw new Problem(402, 'Not enough funds on the account');
}

module.exports = { needCredit };
