'use strict';

const { addBill } = require('../lox24/bill');
const { addPayment, advancePayment } = require('../lox24/payment');

const DAY = 24 * 3600;

/**
 * Payments, invoices and credit notes to start with. Whatever the date, just the first two invoices are of the
 * last calendar month (UTC).
 * @param {import('./state').State} state
 * @param {number} now unix seconds
 */
function seedAccounting(state, now) {
	state.nextPaymentId = 5001;
	const inLastMonth = (day) => monthStart(now, -1) + (day - 1) * DAY + DAY / 2;
	const first = addPayment(state, { net_val: 100, type: 'sepa' }, inLastMonth(4));
	const second = addPayment(state, { net_val: 50, type: 'stored_card' }, inLastMonth(15));
	const third = addPayment(state, { net_val: 20, type: 'stored_card' }, now - 2 * DAY);
	for (const payment of [first, second]) advancePayment(payment, now);
	first.invoice = '/invoices/2001';
	second.invoice = '/invoices/2002';
	Object.assign(third, { status: 1000, error: 'The card was declined' });

	addBill(state, 'invoice', {
		id: '2001',
		net: 100,
		createdAt: inLastMonth(4),
		paidAt: inLastMonth(5),
		other: '/credit_notes/3001',
	});
	addBill(state, 'invoice', {
		id: '2002',
		net: 50,
		paymentType: 91,
		createdAt: inLastMonth(15),
		paidAt: inLastMonth(15) + 6,
	});
	addBill(state, 'invoice', {
		id: '2003',
		net: 35.5,
		status: 0,
		paymentType: 6,
		createdAt: Math.max(now - 3 * DAY, monthStart(now, 0)),
	});
	addBill(state, 'creditNote', {
		id: '3001',
		net: 10,
		createdAt: inLastMonth(7),
		paidAt: inLastMonth(8),
		other: '/invoices/2001',
	});
	addBill(state, 'creditNote', {
		id: '3002',
		net: 5,
		status: 0,
		paymentType: 6,
		createdAt: Math.max(now - DAY, monthStart(now, 0)),
		other: '/invoices/2003',
	});
}

/** Unix seconds of the first moment of a month; `offset` counts months from that of `now`. */
function monthStart(now, offset) {
	const date = new Date(now * 1000);
	return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + offset, 1) / 1000;
}

module.exports = { seedAccounting };
