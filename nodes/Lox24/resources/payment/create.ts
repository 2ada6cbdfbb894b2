import type { IDataObject } from 'n8n-workflow';

import { inBody, options } from '../../../shared/description/fields';
import type { Operation } from '../../../shared/description/resource';
import { byView, simplify } from '../../../shared/description/simplify';
import { number } from '../../../shared/input/kind';
import { without } from '../../../shared/without';
import { paymentView } from '../../fields/views';
import { confirmPayment } from './confirmPayment';

export const create: Operation = {
	name: 'Create',
	value: 'create',
	action: 'Top up the account with a real payment',
	description: 'Top up the account with a stored payment method. This charges real money.',
	routing: { request: { method: 'POST', url: '/payments' } },
	fields: [
		inBody(
			{
				displayName: 'Net Amount',
				name: 'netVal',
				type: 'number',
				typeOptions: { minValue: 0, numberPrecision: 2 },
				default: 0,
				required: true,
				description: 'In the currency of the account; fees and VAT are added',
			},
			'net_val',
			number({ least: 0.01, most: 1_000_000 }),
		),
		inBody(
			{
				displayName: 'Type',
				name: 'type',
				type: 'options',
				options: [
					{ name: 'SEPA', value: 'sepa' },
					{ name: 'Stored Card', value: 'stored_card' },
				],
				default: 'sepa',
				required: true,
				description: 'Type of the payment method to charge',
			},
			'type',
		),
		inBody(
			{
				displayName: 'Method ID',
				name: 'methodId',
				type: 'number',
				default: 0,
				required: true,
				description: 'ID from Payment Method: Get',
			},
			'method_id',
			number({ whole: true, least: 1 }),
		),
		{
			displayName: 'I Confirm This Payment',
			name: 'confirm',
			type: 'boolean',
			default: false,
			required: true,
			description: 'Whether to charge the amount. If off, nothing is sent.',
			routing: { send: { preSend: [confirmPayment] } },
		},
		simplify(withNames),
		options,
	],
};

/**
 * Leaves out two parts of the sum only. LOX24 speaks of an address to go to for some payments,
 * without naming its field (docs/api/lox24.md, "Payments"), so what is not known stays.
 */
function withNames(payment: IDataObject): IDataObject {
	const json = without(payment, ['vat_val', 'fee_val']);
	const keep = new Set([...paymentView.keep, ...Object.keys(json)]);
	return byView(json, { ...paymentView, keep: [...keep] });
}
