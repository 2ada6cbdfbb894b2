import type { INodeProperties } from 'n8n-workflow';

import { A_WHOLE_NUMBER } from '../../../shared/input/path';
import { createdAt, createdAtRange, orderCreatedAt } from '../../fields/commonFilters';
import { manyValues, numberRange } from '../../fields/filterFields';

/** The filters of `GET /sms/clicks`. */
export const smsClickFilters: INodeProperties[] = [
	manyValues(
		{
			displayName: 'Clicks',
			name: 'requestsCount',
			type: 'number',
			default: 0,
			description: 'Any of these exact numbers of clicks',
		},
		'requests_count',
		A_WHOLE_NUMBER,
	),
	numberRange(
		{
			displayName: 'Clicks Range',
			name: 'requestsCountRange',
			description: 'Range of the number of clicks',
		},
		'requests_count',
	),
	createdAt,
	createdAtRange,
	orderCreatedAt,
];
