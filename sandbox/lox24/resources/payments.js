'use strict';

const { select } = require('../filters');
const { find } = require('../find');
const { addPayment } = require('../payment');
const { one, page } = require('../presentation');
const { fromViolations, violation } = require('../problem');

const pathOf = ({ id }) => `/payments/${id}`;

/** Stored in the account: one mandate, two cards. */
const METHODS = Object.freeze({
	sepa_mandate: {
		id: 501,
		iban_masked: 'DE89************3000',
		last4: '3000',
		bank: 'Sandbox Bank',
		bic: 'SANDDEFFXXX',
		account_holder: 'Sandbox Ltd.',
		street: 'Sample Street 1',
		postcode: 10115,
		city: 'Berlin',
		created_at: 1577836800,
	},
	stored_cards: [
		{
			id: 801,
			last4: '4242',
			exp_month: 12,
			exp_year: 2030,
			brand: 'visa',
			country: 'DE',
			created_at: 1577923200,
		},
		{
			id: 802,
			last4: '4444',
			exp_month: 6,
			exp_year: 2031,
			brand: 'mastercard',
			country: 'AT',
			created_at: 1609459200,
		},
	],
});

/** Handlers of the top-ups and of the methods for them. */
const payments = {
	'paymentMethods.get': () => one('PaymentMethods', '/payment-methods', METHODS),
	'payments.list': ({ state, query }) =>
		page('Payment', select(state.payments.values(), query), pathOf, { prefix: '' }),
	'payments.create': ({ state, body, now }) => {
		const stored = body.type === 'sepa' ? [METHODS.sepa_mandate] : METHODS.stored_cards;
		if (!stored.some(({ id }) => id === body.method_id))
			throw fromViolations([violation('method_id', 'enum')], 422);
		if (body.net_val <= 0) throw fromViolations([violation('net_val', 'pattern')], 422);
		const payment = addPayment(state, body, now);
		return one('Payment', pathOf(payment), payment, 201);
	},
	'payments.get': ({ state, params }) => {
		const payment = find(state.payments, params.id);
		return one('Payment', pathOf(payment), payment);
	},
};

module.exports = { payments };
