import type { INodeProperties } from 'n8n-workflow';

import { create, createFields } from './create';
import { remove, removeFields } from './delete';
import { get, getFields } from './get';
import { getAll, getAllFields } from './getAll';
import { update, updateFields } from './update';

export const phoneCallEvent: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['phoneCallEvent'] } },
		options: [create, remove, get, getAll, update],
		default: 'getAll',
	},
	...createFields,
	...removeFields,
	...getFields,
	...getAllFields,
	...updateFields,
];
