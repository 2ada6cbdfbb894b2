import type { INodeProperties } from 'n8n-workflow';

import { download, downloadFields } from './download';
import { get, getFields } from './get';
import { getAll, getAllFields } from './getAll';

export const invoice: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['invoice'] } },
		options: [download, get, getAll],
		default: 'getAll',
	},
	...downloadFields,
	...getFields,
	...getAllFields,
];
