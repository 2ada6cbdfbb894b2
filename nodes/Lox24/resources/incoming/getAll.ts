import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { listFields, options, showFor } from '../../../shared/fields';
import { JSON_LD } from '../../../shared/formats';
import { incomingFilters } from './filters';

export const getAll: INodePropertyOptions = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many incoming SMS',
	description: 'Get the messages and replies that were received, newest first',
	routing: { request: { method: 'GET', url: '/incomings', headers: { Accept: JSON_LD } } },
};

const displayOptions = showFor('incoming', 'getAll');

export const getAllFields: INodeProperties[] = [
	...listFields(displayOptions),
	{
		displayName: 'Filters',
		name: 'filters',
		type: 'collection',
		placeholder: 'Add filter',
		default: {},
		displayOptions,
		options: incomingFilters,
	},
	{ ...options, displayOptions },
];
