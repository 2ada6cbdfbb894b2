'use strict';

const { addBill } = require('../lox24/bill');
const { addPayment, advancePayment } = require('../lox24/payment');

const DAY = 24 * 3600;

/**
 * Payments, invoices and credit notes to start with.
 * @param {import('./state').State} state
 * @param {number} now unix seconds
 */
function seedAccounting(state, now) {
	state.nextPaymentId = 5001;
	const first = addPayment(state, { net_val: 100, type: 'sepa' }, now - 60 * DAY);
	const second = addPayment(state, { net_val: 50, type: 'stored_card' }, now - 30 * DAY);
	const third = addPayment(state, { net_val: 20, type: 'stored_card' }, now - 2 * DAY);
	for (const payment of [first, second]) advancePayment(payment, now);
	first.invoice = '/invoices/2001';
	second.invoice = '/invoices/2002';
	Object.assign(third, { status: 1000, error: 'The card was declined' });

	addBill(state, 'invoice', {
		id: '2001',
		net: 100,
		createdAt: now - 60 * DAY,
		paidAt: now - 59 * DAY,
		other: '/credit_notes/3001',
	});
	addBill(state, 'invoice', {
		id: '2002',
		net: 50,
		paymentType: 91,
		createdAt: now - 30 * DAY,
		paidAt: now - 30 * DAY + 6,
	});
	addBill(state, 'invoice', {
		id: '2003',
		net: 35.5,
		status: 0,
		paymentType: 6,
		createdAt: now - 3 * DAY,
	});
	addBill(state, 'creditNote', {
		id: '3001',
		net: 10,
		createdAt: now - 50 * DAY,
		paidAt: now - 49 * DAY,
		other: '/invoices/2001',
	});
	addBill(state, 'creditNote', {
		id: '3002',
		net: 5,
		status: 0,
		paymentType: 6,
		createdAt: now - DAY,
		other: '/invoices/2003',
	});
}

module.exports = { seedAccounting };
