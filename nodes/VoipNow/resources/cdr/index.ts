import type { INodeProperties } from 'n8n-workflow';

import { getAll, getAllFields } from './getAll';
import { getStats, getStatsFields } from './getStats';

export const cdr: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['cdr'] } },
		options: [getAll, getStats],
		default: 'getAll',
	},
	...getAllFields,
	...getStatsFields,
];
