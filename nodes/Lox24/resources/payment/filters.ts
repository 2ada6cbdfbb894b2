import type { INodeProperties } from 'n8n-workflow';

import { manyValues, oneOf } from '../filterFields';
import { A_WHOLE_NUMBER } from '../../../shared/input/path';
import { createdAt, createdAtRange, orderCreatedAt } from '../commonFilters';
import { paymentStatuses, paymentTypes } from '../accountingCodes';

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
		{ displayName: 'Status', name: 'status', description: 'What became of it' },
		'status',
		paymentStatuses,
	),
	oneOf(
		{ displayName: 'Type', name: 'type', description: 'How it was paid' },
		'type',
		paymentTypes,
	),
];
