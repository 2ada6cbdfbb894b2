import type { INodeProperties } from 'n8n-workflow';

import { download, downloadFields } from './download';
import { get, getFields } from './get';
import { getAll, getAllFields } from './getAll';

export const creditNote: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['creditNote'] } },
		options: [download, get, getAll],
		default: 'getAll',
	},
	...downloadFields,
	...getFields,
	...getAllFields,
];
