'use strict';

const { KINDS } = require('../bill');
const { select } = require('../filters');
const { find } = require('../find');
const { tinyPdf } = require('../pdf');
const { file, one, page, PDF_TYPE } = require('../presentation');

const NO_PREFIX = { prefix: '' };

/** Handlers of invoices and credit notes. */
const bills = {
	'invoices.list': listOf('Invoice', KINDS.invoice),
	'invoices.get': oneOf('Invoice', KINDS.invoice),
	'invoices.pdf': pdfOf('Invoice', 'invoice', KINDS.invoice),
	'creditNotes.list': listOf('CreditNote', KINDS.creditNote),
	'creditNotes.get': oneOf('CreditNote', KINDS.creditNote),
	'creditNotes.pdf': pdfOf('Credit note', 'credit-note', KINDS.creditNote),
};

function listOf(type, { path, states }) {
	return ({ state, query }) =>
		page(type, select(state[states].values(), query), ({ id }) => `${path}/${id}`, NO_PREFIX);
}

function oneOf(type, { path, states }) {
	return ({ state, params }) => {
		const bill = find(state[states], params.id);
		return one(type, `${path}/${bill.id}`, bill);
	};
}

function pdfOf(title, fileName, { states }) {
	return ({ state, params }) => {
		const { id, amount, currency } = find(state[states], params.id);
		return file(
			tinyPdf(`${title} ${id}: ${amount.toFixed(2)} ${currency}. From the sandbox, no real bill.`),
			`${fileName}-${id}.pdf`,
			PDF_TYPE,
		);
	};
}

module.exports = { bills };
