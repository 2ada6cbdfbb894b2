import type { INodeProperties } from 'n8n-workflow';

import { send, sendFields } from './send';

export const fax: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['fax'] } },
		options: [send],
		default: 'send',
	},
	...sendFields,
];
