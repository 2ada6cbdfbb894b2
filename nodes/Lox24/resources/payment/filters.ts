import type { INodeProperties } from 'n8n-workflow';

import { manyTimes, manyValues, oneOf, sortBy, timeRange } from '../../../shared/filterFields';
import { A_WHOLE_NUMBER } from '../../../shared/path';
import { paymentStatuses, paymentTypes } from '../accountingCodes';

/** The filters of `GET /payments`. */
export const paymentFilters: INodeProperties[] = [
	manyTimes(
		{ displayName: 'Created At', name: 'createdAt', description: 'Created at exactly this second' },
		'created_at',
	),
	timeRange(
		{ displayName: 'Created Range', name: 'createdAtRange', description: 'When it was created' },
		'created_at',
	),
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
	sortBy({ displayName: 'Order by Creation', name: 'orderCreatedAt' }, 'created_at'),
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
