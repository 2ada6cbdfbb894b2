import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { listFields, options, showFor } from '../../../shared/fields';
import { JSON_LD } from '../../../shared/formats';
import { smsClickFilters } from './filters';

export const getAll: INodePropertyOptions = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many SMS with clicks',
	description: 'Get the messages that contain a short link, with their number of clicks',
	routing: { request: { method: 'GET', url: '/sms/clicks', headers: { Accept: JSON_LD } } },
};

const displayOptions = showFor('smsClick', 'getAll');

export const getAllFields: INodeProperties[] = [
	...listFields(displayOptions),
	{
		displayName: 'Filters',
		name: 'filters',
		type: 'collection',
		placeholder: 'Add filter',
		default: {},
		displayOptions,
		options: smsClickFilters,
	},
	{ ...options, displayOptions },
];
