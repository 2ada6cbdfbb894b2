'use strict';

const { countryOf } = require('./country');
const { SECONDS_IN_PROGRESS, SECONDS_UNTIL_SENT } = require('./pace');

const NEW = 0;
const IN_PROGRESS = 5;
const DONE = 10;
const INVALID_DATA = 21;

/**
 * A risk check in wire form, new. Of its parts only the names that filters use are documented.
 * @param {object} input body of POST /fraud-checks
 * @param {{ id: string, now: number }} context now in unix seconds
 * @returns {object}
 */
function newFraudCheck({ service_code, callback_data, phone, email, ip, address }, { id, now }) {
	const part = (value, fields) => (value ? { status_code: NEW, ...fields } : null);
	return {
		id,
		status_code: NEW,
		risk_score: 0,
		service_code,
		created_at: now,
		updated_at: now,
		callback_data: callback_data ?? null,
		request_phone: part(phone, { phone }),
		request_email: part(email, { email }),
		request_ip: part(ip, { ip }),
		request_address: part(address, { ...address }),
	};
}

/**
 * Lets time work: 0, 5, then 10, or 21 when there is nothing to check.
 * @param {object} check
 * @param {number} time unix seconds
 */
function advanceFraudCheck(check, time) {
	const start = check.created_at + SECONDS_UNTIL_SENT;
	if (check.status_code === NEW && start <= time) setStatus(check, IN_PROGRESS, start);
	if (check.status_code !== IN_PROGRESS || start + SECONDS_IN_PROGRESS > time) return;
	const parts = partsOf(check);
	setStatus(check, parts.length > 0 ? DONE : INVALID_DATA, start + SECONDS_IN_PROGRESS);
	check.risk_score = riskOf(JSON.stringify(parts));
	if (check.service_code === 'economy' || !check.request_phone) return;
	const { phone } = check.request_phone;
	Object.assign(check.request_phone, {
		region: countryOf(phone),
		line_type: 'mobile',
		is_valid: true,
	});
}

function setStatus(check, status, at) {
	check.updated_at = at;
	for (const one of [check, ...partsOf(check)]) one.status_code = status;
}

function partsOf(check) {
	return [check.request_phone, check.request_email, check.request_ip, check.request_address].filter(
		Boolean,
	);
}

/** Means nothing, but is the same for the same data. */
function riskOf(text) {
	return [...text].reduce((sum, character) => (sum * 31 + character.codePointAt(0)) % 101, 0);
}

module.exports = { newFraudCheck, advanceFraudCheck };
