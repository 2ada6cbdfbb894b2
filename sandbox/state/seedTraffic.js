'use strict';

const { addBlockedNumber, BY_RECIPIENT } = require('../lox24/blockedNumber');
const { advanceFraudCheck, newFraudCheck } = require('../lox24/fraudCheck');
const { addPastVerifyCode } = require('../lox24/verifyCode');

const HOUR = 3600;
const DAY = 24 * HOUR;

/**
 * Received messages, blocked numbers, one-time codes and risk checks to start with.
 * @param {import('./state').State} state
 * @param {number} now unix seconds
 */
function seedTraffic(state, now) {
	seedIncomings(state, now);
	state.nextBlockedNumberId = 301;
	addBlockedNumber(state, { number: '+491701230001' }, now - 30 * DAY);
	addBlockedNumber(state, { number: '+436601230002', type: BY_RECIPIENT }, now - 9 * DAY);
	addBlockedNumber(state, { number: '+41791230003' }, now - DAY);
	seedVerifyCodes(state, now);
	seedFraudChecks(state, now);
}

function seedIncomings(state, now) {
	const add = (uuid, from, text, ago, msg_uuid = null) =>
		state.incomings.set(uuid, {
			uuid,
			to: '+491771234567',
			from,
			received_at: now - ago,
			text,
			msg_uuid,
		});
	add('b0c7a9e2-0001-11eb-aa81-96000028b339', '+436601234502', 'Please call me back', 5 * DAY);
	add(
		'b0c7a9e2-0002-11eb-aa81-96000028b339',
		'+491701234501',
		'Thank you, I will come',
		DAY - 60,
		'44657141-9830-11ea-aa81-96000028b339',
	);
	add(
		'b0c7a9e2-0003-11eb-aa81-96000028b339',
		'+491701234501',
		'Ten minutes late, please wait',
		HOUR,
		'44657141-9830-11ea-aa81-96000028b339',
	);
}

function seedVerifyCodes(state, now) {
	const add = (id, input, ago) =>
		addPastVerifyCode(state, input, { createdAt: now - ago, now, id });
	add(
		'3f2504e0-0001-41d3-9a0c-0305e82c3301',
		{
			phone: '+491701234501',
			code: '4711',
			routing_strategy: [{ channel: 'telegram' }, { channel: 'sms' }],
			payload: 'login-1',
		},
		2 * DAY,
	);
	add(
		'3f2504e0-0002-41d3-9a0c-0305e82c3302',
		{
			phone: '+436601234502',
			code: '815815',
			lang: 'EN',
			is_code_deleted: true,
			routing_strategy: [{ channel: 'voice', sender_id: '+491771234567' }],
		},
		DAY,
	);
	add(
		'3f2504e0-0003-41d3-9a0c-0305e82c3303',
		{ phone: '+41791234567', code: '0042', routing_strategy: [{ channel: 'telegram' }] },
		HOUR,
	);
}

function seedFraudChecks(state, now) {
	const add = (id, input, ago) => {
		const check = newFraudCheck(input, { id, now: now - ago });
		advanceFraudCheck(check, now);
		state.fraudChecks.set(id, check);
	};
	add(
		'9a1b2c3d-0001-4e5f-8a9b-0c1d2e3f4a01',
		{ service_code: 'economy', phone: '+491701234501', callback_data: 'order-17' },
		3 * DAY,
	);
	add(
		'9a1b2c3d-0002-4e5f-8a9b-0c1d2e3f4a02',
		{ service_code: 'pro', email: 'anna.huber@example.com', ip: '192.0.2.17' },
		2 * DAY,
	);
	add(
		'9a1b2c3d-0003-4e5f-8a9b-0c1d2e3f4a03',
		{
			service_code: 'direct',
			phone: '+436601234502',
			address: { iso2: 'AT', city: 'Wien', postcode: '1010', street_name: 'Ring' },
			callback_data: 'order-18',
		},
		DAY,
	);
}

module.exports = { seedTraffic };
