import type { INodeProperties } from 'n8n-workflow';

import { A_WHOLE_NUMBER } from '../../../shared/input/path';
import { paymentStatuses, paymentTypes } from '../../fields/accountingCodes';
import { createdAt, createdAtRange, orderCreatedAt } from '../../fields/commonFilters';
import { manyValues, oneOf } from '../../fields/filterFields';

/** The filters of `GET /payments`. */
export const paymentFilters: INodeProperties[] = [
	createdAt,
	createdAtRange,
	manyValues(
		{
			displayName: 'IDs',
			name: 'id',
			type: 'number',
			default: 0,
			description: 'Numbers of payments',
		},
		'id',
		A_WHOLE_NUMBER,
	),
	orderCreatedAt,
	oneOf(
		{ displayName: 'Status', name: 'status', description: 'Current state' },
		'status',
		paymentStatuses,
	),
	oneOf(
		{ displayName: 'Type', name: 'type', description: 'How it was paid' },
		'type',
		paymentTypes,
	),
];
