import type { INodeProperties } from 'n8n-workflow';

import {
	manyTimes,
	manyValues,
	numberRange,
	sortBy,
	timeRange,
} from '../../../shared/filterFields';
import { A_WHOLE_NUMBER } from '../../../shared/path';

/** The filters of `GET /sms/clicks`. That ranges are possible is not documented in full. */
export const smsClickFilters: INodeProperties[] = [
	manyValues(
		{
			displayName: 'Clicks',
			name: 'requestsCount',
			type: 'number',
			default: 0,
			description: 'Exactly one of these numbers of clicks',
		},
		'requests_count',
		A_WHOLE_NUMBER,
	),
	numberRange(
		{
			displayName: 'Clicks Range',
			name: 'requestsCountRange',
			description: 'From how many to how many clicks',
		},
		'requests_count',
	),
	manyTimes(
		{ displayName: 'Created At', name: 'createdAt', description: 'Created at exactly this second' },
		'created_at',
	),
	timeRange(
		{ displayName: 'Created Range', name: 'createdAtRange', description: 'When it was created' },
		'created_at',
	),
	sortBy({ displayName: 'Order by Creation', name: 'orderCreatedAt' }, 'created_at'),
];
