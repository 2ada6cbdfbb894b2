import type { INodeProperties } from 'n8n-workflow';

import { get, getFields } from './get';
import { getAll, getAllFields } from './getAll';
import { getByShortLink, getByShortLinkFields } from './getByShortLink';

export const shortLinkRequest: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['shortLinkRequest'] } },
		options: [get, getAll, getByShortLink],
		default: 'getAll',
	},
	...getFields,
	...getAllFields,
	...getByShortLinkFields,
];
