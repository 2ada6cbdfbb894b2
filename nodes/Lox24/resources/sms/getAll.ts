import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { filterCollection, listFields, options, showFor } from '../../../shared/input/fields';
import { JSON_LD } from '../../api/jsonLd';
import { simplify } from '../../../shared/response/simplify';
import { smsView } from '../views';
import { smsFilters } from './filters';

export const getAll: INodePropertyOptions = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many SMS',
	description: 'Get the messages of the account, newest first',
	routing: { request: { method: 'GET', url: '/sms', headers: { Accept: JSON_LD } } },
};

const displayOptions = showFor('sms', 'getAll');

export const getAllFields: INodeProperties[] = [
	...listFields(displayOptions),
	simplify(smsView, displayOptions),
	filterCollection(smsFilters, displayOptions),
	{ ...options, displayOptions },
];
