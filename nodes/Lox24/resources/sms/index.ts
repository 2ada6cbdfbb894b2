import type { INodeProperties } from 'n8n-workflow';

import { batchCancel, batchCancelFields } from './batchCancel';

export const sms: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['sms'] } },
		options: [batchCancel],
		default: 'batchCancel',
	},
	...batchCancelFields,
];
