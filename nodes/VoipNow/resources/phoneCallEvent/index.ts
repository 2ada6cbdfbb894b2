import type { INodeProperties } from 'n8n-workflow';

import { update, updateFields } from './update';

export const phoneCallEvent: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['phoneCallEvent'] } },
		options: [update],
		default: 'update',
	},
	...updateFields,
];
