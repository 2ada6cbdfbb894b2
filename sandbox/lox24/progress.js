'use strict';

const { randomUUID } = require('node:crypto');
const { markSent, newMessage } = require('./message');

/** Seconds a message without a schedule waits; within them it can still be stopped. */
const SECONDS_UNTIL_SENT = 2;
/** Seconds a bulk stays in progress. */
const SECONDS_IN_PROGRESS = 4;

const NEW = 0;
const IN_PROGRESS = 5;
const DONE = 10;
const NO_RECIPIENTS = 201;

/**
 * Lets time work on LOX24's state: scheduled messages become sent, bulks go from 0 over 5 to 10.
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
		for (const { phone, callback_data } of recipients) {
			const uuid = randomUUID();
			const sms = newMessage(
				{ ...bulk, phone, callback_data, delivery_at: 0 },
				{ uuid, now: start, ip: bulk.ip, keyId: bulk.key_id, bulkId: bulk.uuid },
			);
			state.sms.set(uuid, sms);
			bulk.price = Math.round((bulk.price + sms.price) * 1000) / 1000;
		}
		bulk.msg_total_count = recipients.length;
	}
	if (bulk.status_code === IN_PROGRESS && start + SECONDS_IN_PROGRESS <= time) {
		bulk.status_code = DONE;
		bulk.processed_at = start + SECONDS_IN_PROGRESS;
	}
}

/** Numbers of the bulk and members of its groups; what is not E.164 gets no message. */
function recipientsOf(bulk, state) {
	const members = (bulk.msg_groups ?? []).flatMap((id) =>
		[...(state.phonesOfGroup.get(id) ?? [])].map((phone) => state.phones.get(phone)),
	);
	const numbers = (bulk.phones ?? []).map((phone) => ({ phone, callback_data: null }));
	return [...numbers, ...members].filter(({ phone }) => /^\+[1-9]\d{2,14}$/.test(phone));
}

module.exports = { progressOf };
