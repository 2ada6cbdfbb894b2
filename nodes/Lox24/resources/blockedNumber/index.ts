import type { INodeProperties } from 'n8n-workflow';

import { create, createFields } from './create';
import { remove, removeFields } from './delete';
import { get, getFields } from './get';
import { getAll, getAllFields } from './getAll';

export const blockedNumber: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['blockedNumber'] } },
		options: [create, remove, get, getAll],
		default: 'getAll',
	},
	...createFields,
	...removeFields,
	...getFields,
	...getAllFields,
];
