import type { INodeProperties } from 'n8n-workflow';

import { remove, removeFields } from './delete';
import { get, getFields } from './get';
import { getAll, getAllFields } from './getAll';

export const incoming: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['incoming'] } },
		options: [remove, get, getAll],
		default: 'getAll',
	},
	...removeFields,
	...getFields,
	...getAllFields,
];
