import type { INodeProperties } from 'n8n-workflow';

import { cancel, cancelFields } from './cancel';
import { create, createFields } from './create';
import { remove, removeFields } from './delete';
import { dryRun, dryRunFields } from './dryRun';
import { get, getFields } from './get';
import { getAll, getAllFields } from './getAll';
import { getStatus, getStatusFields } from './getStatus';

export const bulk: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['bulk'] } },
		options: [cancel, create, remove, dryRun, get, getAll, getStatus],
		default: 'create',
	},
	...cancelFields,
	...createFields,
	...removeFields,
	...dryRunFields,
	...getFields,
	...getAllFields,
	...getStatusFields,
];
