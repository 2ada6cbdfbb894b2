import type { INodeProperties } from 'n8n-workflow';

import { createBatch, createBatchFields } from './createBatch';
import { update, updateFields } from './update';

export const phone: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['phone'] } },
		options: [createBatch, update],
		default: 'createBatch',
	},
	...createBatchFields,
	...updateFields,
];
