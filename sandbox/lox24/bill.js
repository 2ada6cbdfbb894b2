'use strict';

const { sumsOf, VAT_PERCENT } = require('./payment');

/** Paths of the two kinds of bills, and the field with which each names the other. */
const KINDS = {
	invoice: { path: '/invoices', states: 'invoices', other: 'credit_note' },
	creditNote: { path: '/credit_notes', states: 'creditNotes', other: 'invoice' },
};

/**
 * Adds an invoice or a credit note.
 * @param {object} state
 * @param {'invoice'|'creditNote'} kind
 * @param {{ id: string, net: number, status?: number, paymentType?: number, createdAt: number, paidAt?: number, other?: string|null }} input
 *   times in unix seconds; other: path of the credit note of an invoice, or of the invoice of a credit note
 * @returns {object} the bill in wire form; its id is a string
 */
function addBill(
	state,
	kind,
	{ id, net, status = 1, paymentType = 1, createdAt, paidAt = 0, other = null },
) {
	const { path, states, other: nameOfOther } = KINDS[kind];
	const bill = {
		id: String(id),
		created_at: createdAt,
		currency: 'EUR',
		status,
		payment_type: paymentType,
		paid_at: paidAt,
		client_name: 'Sandbox Ltd.',
		client_address: 'Sample Street 1, 10115 Berlin',
		client_info: '',
		vat: VAT_PERCENT,
		vat_id: 'DE000000000',
		fee: 0,
		...sumsOf(net),
		iso2: 'DE',
		custom_text: '',
		pdf: `${path}/${id}/pdf`,
		[nameOfOther]: other,
	};
	state[states].set(bill.id, bill);
	return bill;
}

module.exports = { addBill, KINDS };
