import type { INodeProperties } from 'n8n-workflow';

import { A_WHOLE_NUMBER } from '../../shared/input/path';
import { documentStatuses, paymentTypes } from './accountingCodes';
import { createdAt, createdAtRange, orderCreatedAt } from './commonFilters';
import {
	amountRange,
	exists,
	manyAmounts,
	manyTimes,
	manyValues,
	oneOf,
	sortBy,
	timeRange,
} from './filterFields';

/** The filters of `GET /invoices` and `GET /credit_notes`. */
export const documentFilters: INodeProperties[] = [
	manyAmounts(
		{
			displayName: 'Amount',
			name: 'amount',
			description: 'Any of these exact amounts',
		},
		'amount',
	),
	amountRange(
		{ displayName: 'Amount Range', name: 'amountRange', description: 'Range of amounts' },
		'amount',
	),
	createdAt,
	createdAtRange,
	manyValues(
		{
			displayName: 'IDs',
			name: 'id',
			type: 'number',
			default: 0,
			description: 'Numbers of the documents',
		},
		'id',
		A_WHOLE_NUMBER,
	),
	exists({ displayName: 'Is Paid', name: 'isPaid', description: 'Whether it is paid' }, 'paid_at'),
	sortBy({ displayName: 'Order by Amount', name: 'orderAmount' }, 'amount'),
	orderCreatedAt,
	manyTimes(
		{ displayName: 'Paid At', name: 'paidAt', description: 'Paid at exactly this second' },
		'paid_at',
	),
	timeRange(
		{ displayName: 'Paid Range', name: 'paidAtRange', description: 'When it was paid' },
		'paid_at',
	),
	// In camelCase on the wire, although the field is payment_type (docs/api/lox24.md, "Invoices and
	// credit notes").
	oneOf(
		{ displayName: 'Payment Type', name: 'paymentType', description: 'How it is paid' },
		'paymentType',
		paymentTypes,
	),
	oneOf(
		{ displayName: 'Status', name: 'status', description: 'Current state' },
		'status',
		documentStatuses,
	),
];
