import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { bodyValue, options, showFor } from '../../../shared/input/fields';
import { confirmPayment } from '../../methods/confirmPayment';

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
	{ ...options, displayOptions },
];
