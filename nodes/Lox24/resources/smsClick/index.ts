import type { INodeProperties } from 'n8n-workflow';

import { get, getFields } from './get';
import { getAll, getAllFields } from './getAll';
import { getRequests, getRequestsFields } from './getRequests';

export const smsClick: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['smsClick'] } },
		options: [get, getAll, getRequests],
		default: 'getAll',
	},
	...getFields,
	...getAllFields,
	...getRequestsFields,
];
