import type { IDataObject, INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { byView, simplify } from '../../../shared/response/simplify';
import { bodyValue, options, showFor } from '../../../shared/input/fields';
import { confirmPayment } from '../../methods/confirmPayment';
import { paymentView } from '../views';

export const create: INodePropertyOptions = {
	name: 'Create',
	value: 'create',
	action: 'Create a payment',
	description: 'Top up the account with a stored payment method. This charges real money.',
	routing: { request: { method: 'POST', url: '/payments' } },
};

const displayOptions = showFor('payment', 'create');

export const createFields: INodeProperties[] = [
	bodyValue(
		{
			displayName: 'Net Amount',
			name: 'netVal',
			type: 'number',
			typeOptions: { minValue: 0, numberPrecision: 2 },
			default: 0,
			required: true,
			description: 'In the currency of the account; fees and VAT are added',
			displayOptions,
		},
		'net_val',
	),
	bodyValue(
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
			description: 'Which kind of method is charged',
			displayOptions,
		},
		'type',
	),
	bodyValue(
		{
			displayName: 'Method ID',
			name: 'methodId',
			type: 'number',
			default: 0,
			required: true,
			description: 'ID from the operation Get of Payment Method',
			displayOptions,
		},
		'method_id',
	),
	{
		displayName: 'I Confirm This Payment',
		name: 'confirm',
		type: 'boolean',
		default: false,
		required: true,
		description: 'Whether the amount may be charged. Without it nothing is sent.',
		displayOptions,
		routing: { send: { preSend: [confirmPayment] } },
	},
	simplify(withNames, displayOptions),
	{ ...options, displayOptions },
];

/**
 * Leaves out two parts of the sum only. LOX24 speaks of an address to go to for some payments,
 * without naming its field (reference, section 6, payments), so what is not known stays.
 */
function withNames({ vat_val: _vat, fee_val: _fee, ...json }: IDataObject): IDataObject {
	const keep = new Set([...paymentView.keep, ...Object.keys(json)]);
	return byView(json, { ...paymentView, keep: [...keep] });
}
