import type { INodeProperties } from 'n8n-workflow';

import { create, createFields } from './create';
import { createBatch, createBatchFields } from './createBatch';
import { remove, removeFields } from './delete';
import { get, getFields } from './get';
import { getAll, getAllFields } from './getAll';
import { update, updateFields } from './update';

export const phone: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['phone'] } },
		options: [create, createBatch, remove, get, getAll, update],
		default: 'createBatch',
	},
	...createFields,
	...createBatchFields,
	...removeFields,
	...getFields,
	...getAllFields,
	...updateFields,
];
