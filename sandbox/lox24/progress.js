'use strict';

const { randomUUID } = require('node:crypto');
const { costOf } = require('./bulk');
const { advanceFraudCheck } = require('./fraudCheck');
const { markSent, newMessage } = require('./message');
const { advancePayment } = require('./payment');
const { SECONDS_IN_PROGRESS, SECONDS_UNTIL_SENT } = require('./pace');
const { recipientsOf } = require('./recipients');
const { advanceVerifyCode } = require('./verifyCode');

const NEW = 0;
const IN_PROGRESS = 5;
const DONE = 10;
const NO_RECIPIENTS = 201;
/** `status_code` of a message. */
const NO_CREDIT = 3000;

/**
 * Lets time work on LOX24's state: scheduled messages become sent; bulks, one-time codes, risk checks and
 * payments go on.
 * @param {object} state
 * @param {() => number} now unix seconds
 * @returns {() => void} call it before reading the state; it looks through everything at most once a second
 */
function progressOf(state, now) {
	let last = 0;
	return () => {
		const time = now();
		if (time === last) return;
		last = time;
		for (const bulk of state.bulks.values()) advanceBulk(bulk, state, time);
		for (const code of state.verifyCodes.values()) advanceVerifyCode(code, state, time);
		for (const check of state.fraudChecks.values()) advanceFraudCheck(check, time);
		for (const payment of state.payments.values()) advancePayment(payment, time);
		for (const sms of state.sms.values()) {
			if (sms.status_code !== 0 || sms.is_sent) continue;
			const due = sms.delivery_at || sms.created_at + SECONDS_UNTIL_SENT;
			if (due <= time) markSent(sms, due);
		}
	};
}

function advanceBulk(bulk, state, time) {
	const start = bulk.delivery_at || bulk.created_at + SECONDS_UNTIL_SENT;
	if (bulk.status_code === NEW && start <= time) {
		const recipients = recipientsOf(bulk, state);
		bulk.processed_at = start;
		bulk.status_code = recipients.length > 0 ? IN_PROGRESS : NO_RECIPIENTS;
		const messages = recipients.map(({ phone, callback_data }) =>
			newMessage(
				{ ...bulk, phone, callback_data, delivery_at: 0 },
				{ uuid: randomUUID(), now: start, ip: bulk.ip, keyId: bulk.key_id, bulkId: bulk.uuid },
			),
		);
		for (const message of messages) state.sms.set(message.uuid, message);
		bulk.msg_total_count = messages.length;
		// A bulk is accepted without credit: 402 is documented for single messages only.
		if (state.unpaidBulks.has(bulk.uuid))
			for (const message of messages) message.status_code = NO_CREDIT;
		else bulk.msg_total_cost = costOf(messages);
	}
	if (bulk.status_code === IN_PROGRESS && start + SECONDS_IN_PROGRESS <= time) {
		bulk.status_code = DONE;
		bulk.processed_at = start + SECONDS_IN_PROGRESS;
	}
}

module.exports = { progressOf };
