import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { filterCollection, listFields, options, showFor } from '../../../shared/input/fields';
import { JSON_LD } from '../../api/jsonLd';
import { blockedNumberFilters } from './filters';

export const getAll: INodePropertyOptions = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many blocked numbers',
	description: 'Get the numbers that nothing is sent to',
	routing: { request: { method: 'GET', url: '/blocked_numbers', headers: { Accept: JSON_LD } } },
};

const displayOptions = showFor('blockedNumber', 'getAll');

export const getAllFields: INodeProperties[] = [
	...listFields(displayOptions),
	filterCollection(blockedNumberFilters, displayOptions),
	{ ...options, displayOptions },
];
