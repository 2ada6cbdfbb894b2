import type { INodeProperties } from 'n8n-workflow';

import { getAll, getAllFields } from './getAll';

export const presence: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['presence'] } },
		options: [getAll],
		default: 'getAll',
	},
	...getAllFields,
];
