'use strict';

const { countryOf } = require('./country');
const { isLandline } = require('./landline');
const { SECONDS_IN_PROGRESS, SECONDS_UNTIL_SENT } = require('./pace');

const NEW = 0;
const IN_PROGRESS = 5;
const DONE = 10;
const INVALID_DATA = 21;
/** The real prices are not documented. */
const PRICE_PER_PART = { economy: 0.02, pro: 0.05, direct: 0.07 };

/**
 * A risk check in wire form, new. Its parts have details once they are worked on.
 * @param {object} input body of POST /fraud-checks
 * @param {{ id: string, now: number }} context now in unix seconds
 * @returns {object}
 */
function newFraudCheck({ service_code, callback_data, phone, email, ip, address }, { id, now }) {
	const times = { created_at: now, updated_at: now };
	const part = (value, fields) => (value ? { ...fields, status_code: NEW, ...times } : null);
	const count = [phone, email, ip, address].filter(Boolean).length;
	return {
		id,
		status_code: NEW,
		risk_score: 0,
		service_code,
		...times,
		callback_data: callback_data ?? null,
		price: Math.round(count * PRICE_PER_PART[service_code] * 1000) / 1000,
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
	// The cheapest service gives nothing but the score.
	if (check.service_code !== 'economy') addDetails(check);
}

function addDetails({ request_phone, request_email, request_ip }) {
	if (request_phone) {
		const { phone } = request_phone;
		Object.assign(request_phone, {
			region: countryOf(phone),
			is_possible: true,
			is_valid: true,
			number_type: isLandline(phone) ? 'fixed line' : 'mobile',
		});
	}
	if (request_email) Object.assign(request_email, { is_possible: true, is_anonymous: false });
	if (request_ip) {
		// Not a proxy, so there is no proxy_type.
		Object.assign(request_ip, {
			...{ iso2: 'DE', state: 'BE', city: 'Berlin', postcode: '10115' },
			geolocation: [52.53, 13.38],
			isp_name: 'Example Net',
			isp_risk_score: riskOf(request_ip.ip),
			connection_type: 'dsl',
			is_ok: true,
		});
	}
}

function setStatus(check, status, at) {
	Object.assign(check, { status_code: status, updated_at: at });
	for (const part of partsOf(check)) Object.assign(part, { status_code: status, updated_at: at });
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
