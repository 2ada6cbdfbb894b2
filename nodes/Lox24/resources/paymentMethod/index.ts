import type { INodeProperties } from 'n8n-workflow';

import { get, getFields } from './get';

export const paymentMethod: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['paymentMethod'] } },
		options: [get],
		default: 'get',
	},
	...getFields,
];
