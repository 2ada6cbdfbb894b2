import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { filterCollection, listFields, options, showFor } from '../../../shared/input/fields';
import { JSON_LD } from '../../api/jsonLd';
import { simplify } from '../../../shared/response/simplify';
import { bulkView } from '../views';
import { bulkFilters } from './filters';

export const getAll: INodePropertyOptions = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many bulks',
	description: 'Get the bulks of the account, newest first',
	routing: { request: { method: 'GET', url: '/bulks', headers: { Accept: JSON_LD } } },
};

const displayOptions = showFor('bulk', 'getAll');

export const getAllFields: INodeProperties[] = [
	...listFields(displayOptions),
	simplify(bulkView, displayOptions),
	filterCollection(bulkFilters, displayOptions),
	{ ...options, displayOptions },
];
