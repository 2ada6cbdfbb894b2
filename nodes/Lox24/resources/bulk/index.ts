import type { INodeProperties } from 'n8n-workflow';

import { cancel, cancelFields } from './cancel';

export const bulk: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['bulk'] } },
		options: [cancel],
		default: 'cancel',
	},
	...cancelFields,
];
