import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { filterCollection, listFields, options, showFor } from '../../../shared/input/fields';
import { JSON_LD } from '../../api/jsonLd';
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
	filterCollection(smsClickFilters, displayOptions),
	{ ...options, displayOptions },
];
