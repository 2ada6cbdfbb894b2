import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { filterCollection, listFields, options, showFor } from '../../../shared/input/fields';
import { JSON_LD } from '../../api/jsonLd';
import { incomingFilters } from './filters';

export const getAll: INodePropertyOptions = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many incoming messages',
	description: 'Get the messages and replies that were received, newest first',
	routing: { request: { method: 'GET', url: '/incomings', headers: { Accept: JSON_LD } } },
};

const displayOptions = showFor('incoming', 'getAll');

export const getAllFields: INodeProperties[] = [
	...listFields(displayOptions),
	filterCollection(incomingFilters, displayOptions),
	{ ...options, displayOptions },
];
