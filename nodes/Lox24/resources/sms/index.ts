import type { INodeProperties } from 'n8n-workflow';

import { batchCancel, batchCancelFields } from './batchCancel';
import { batchDelete, batchDeleteFields } from './batchDelete';
import { remove, removeFields } from './delete';
import { dryRun, dryRunFields } from './dryRun';
import { get, getFields } from './get';
import { getAll, getAllFields } from './getAll';
import { send, sendFields } from './send';

export const sms: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['sms'] } },
		options: [batchCancel, batchDelete, remove, dryRun, get, getAll, send],
		default: 'send',
	},
	...batchCancelFields,
	...batchDeleteFields,
	...removeFields,
	...dryRunFields,
	...getFields,
	...getAllFields,
	...sendFields,
];
