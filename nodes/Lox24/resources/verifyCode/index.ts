import type { INodeProperties } from 'n8n-workflow';

import { create, createFields } from './create';
import { get, getFields } from './get';
import { getAll, getAllFields } from './getAll';

export const verifyCode: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['verifyCode'] } },
		options: [create, get, getAll],
		default: 'create',
	},
	...createFields,
	...getFields,
	...getAllFields,
];
