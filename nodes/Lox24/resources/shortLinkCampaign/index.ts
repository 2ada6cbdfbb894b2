import type { INodeProperties } from 'n8n-workflow';

import { create, createFields } from './create';
import { createSubscribe, createSubscribeFields } from './createSubscribe';
import { createUnsubscribe, createUnsubscribeFields } from './createUnsubscribe';
import { remove, removeFields } from './delete';
import { get, getFields } from './get';
import { getAll, getAllFields } from './getAll';
import { update, updateFields } from './update';

export const shortLinkCampaign: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['shortLinkCampaign'] } },
		options: [create, createSubscribe, createUnsubscribe, remove, get, getAll, update],
		default: 'getAll',
	},
	...createFields,
	...createSubscribeFields,
	...createUnsubscribeFields,
	...removeFields,
	...getFields,
	...getAllFields,
	...updateFields,
];
