import type { INodeProperties } from 'n8n-workflow';

import { get, getFields } from './get';
import { getAll, getAllFields } from './getAll';
import { update, updateFields } from './update';

export const queueAgent: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['queueAgent'] } },
		options: [get, getAll, update],
		default: 'getAll',
	},
	...getFields,
	...getAllFields,
	...updateFields,
];
