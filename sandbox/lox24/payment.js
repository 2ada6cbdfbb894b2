'use strict';

const { SECONDS_IN_PROGRESS, SECONDS_UNTIL_SENT } = require('./pace');

const NEW = 0;
const IN_PROGRESS = 10;
const DONE = 100;
const TYPES = { sepa: 1, stored_card: 91 };
const VAT_PERCENT = 19;

const cents = (value) => Math.round(value * 100) / 100;

/**
 * Net, VAT and sum.
 * @param {number} net_val
 * @returns {{ amount: number, net_val: number, vat_val: number, fee_val: number }}
 */
function sumsOf(net_val) {
	const vat_val = cents((net_val * VAT_PERCENT) / 100);
	return { amount: cents(net_val + vat_val), net_val, vat_val, fee_val: 0 };
}

/**
 * Adds a top-up. No money moves and no balance changes, ever.
 * @param {object} state
 * @param {{ net_val: number, type: 'sepa'|'stored_card' }} input body of POST /payments
 * @param {number} now unix seconds
 * @returns {object} the payment in wire form
 */
function addPayment(state, { net_val, type }, now) {
	const payment = {
		id: state.nextPaymentId++,
		created_at: now,
		completed_at: null,
		status: NEW,
		...sumsOf(net_val),
		currency: 'EUR',
		type: TYPES[type],
		invoice: null,
		error: null,
	};
	state.payments.set(payment.id, payment);
	return payment;
}

/**
 * Lets time work: 0, 10, then 100.
 * @param {object} payment
 * @param {number} time unix seconds
 */
function advancePayment(payment, time) {
	const start = payment.created_at + SECONDS_UNTIL_SENT;
	if (payment.status === NEW && start <= time) payment.status = IN_PROGRESS;
	const end = start + SECONDS_IN_PROGRESS;
	if (payment.status === IN_PROGRESS && end <= time)
		Object.assign(payment, { status: DONE, completed_at: end });
}

module.exports = { addPayment, advancePayment, sumsOf, VAT_PERCENT };
