import type { INodeProperties } from 'n8n-workflow';

import { A_WHOLE_NUMBER } from '../../shared/input/path';
import { manyTimes, manyValues, numberRange, sortBy, timeRange } from './filterFields';

// Filters that several lists share.

/** What an ID looks like, for the placeholders of filters. */
export const UUID_EXAMPLE = 'e.g. da0fa78c-4699-11ea-a637-96000028b339';

export const createdAt: INodeProperties = manyTimes(
	{ displayName: 'Created At', name: 'createdAt', description: 'Created at exactly this second' },
	'created_at',
);

export const createdAtRange: INodeProperties = timeRange(
	{ displayName: 'Created Range', name: 'createdAtRange', description: 'When it was created' },
	'created_at',
);

export const orderCreatedAt: INodeProperties = sortBy(
	{ displayName: 'Order by Creation', name: 'orderCreatedAt' },
	'created_at',
);

export const deliveryAt: INodeProperties = manyTimes(
	{
		displayName: 'Delivery At',
		name: 'deliveryAt',
		description: 'Scheduled for exactly this second',
	},
	'delivery_at',
);

export const deliveryAtRange: INodeProperties = timeRange(
	{
		displayName: 'Delivery Range',
		name: 'deliveryAtRange',
		description: 'When it is scheduled',
	},
	'delivery_at',
);

export const keyId: INodeProperties = manyValues(
	{
		displayName: 'API Key IDs',
		name: 'keyId',
		type: 'number',
		default: 0,
		description: 'Created with any of these API keys',
	},
	'key_id',
	A_WHOLE_NUMBER,
);

export const source: INodeProperties = manyValues(
	{
		displayName: 'Sources',
		name: 'source',
		type: 'number',
		default: 0,
		description: 'Any of these source numbers',
	},
	'source',
	A_WHOLE_NUMBER,
);

export const sourceRange: INodeProperties = numberRange(
	{
		displayName: 'Sources Range',
		name: 'sourceRange',
		description: 'Range of source numbers',
	},
	'source',
);
