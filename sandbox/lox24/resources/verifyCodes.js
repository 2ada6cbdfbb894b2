'use strict';

const { needCredit } = require('../credit');
const { select } = require('../filters');
const { find } = require('../find');
const { one, whole } = require('../presentation');
const { fromViolations, violation } = require('../problem');
const { addVerifyCode } = require('../verifyCode');

const pathOf = ({ id }) => `/verify_codes/${id}`;

/** Handlers of the one-time codes. */
const verifyCodes = {
	'verifyCodes.list': ({ state }) =>
		whole('VerifyCode', select(state.verifyCodes.values(), {}), pathOf),
	'verifyCodes.create': ({ state, body, account, now }) => {
		checkOrder(body.routing_strategy.map(({ channel }) => channel));
		checkPhone(body.phone);
		needCredit(account);
		const entry = addVerifyCode(state, body, { now, userId: account.id });
		return one('VerifyCode', pathOf(entry), entry, 201);
	},
	'verifyCodes.get': ({ state, params }) => {
		const entry = find(state.verifyCodes, params.id);
		return one('VerifyCode', pathOf(entry), entry);
	},
};

/** No channel twice, text messages only in the last place. */
function checkOrder(channels) {
	const isTwice = new Set(channels).size < channels.length;
	const isTooEarly = channels.slice(0, -1).includes('sms');
	if (isTwice || isTooEarly) throw fromViolations([violation('routing_strategy', 'pattern')]);
}

/** The contract says only "international format"; the message that becomes of it needs E.164. */
function checkPhone(phone) {
	if (!/^\+[1-9]\d{3,14}$/.test(phone)) throw fromViolations([violation('phone', 'pattern')]);
}

module.exports = { verifyCodes };
