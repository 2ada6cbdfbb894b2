import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { filterCollection, listFields, options, showFor } from '../../../shared/input/fields';
import { JSON_LD } from '../../api/jsonLd';
import { simplify } from '../../../shared/response/simplify';
import { fraudCheckView } from '../views';
import { fraudCheckFilters } from './filters';

export const getAll: INodePropertyOptions = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many fraud checks',
	description: 'Get earlier checks',
	routing: { request: { method: 'GET', url: '/fraud-checks', headers: { Accept: JSON_LD } } },
};

const displayOptions = showFor('fraudCheck', 'getAll');

export const getAllFields: INodeProperties[] = [
	...listFields(displayOptions),
	simplify(fraudCheckView, displayOptions),
	filterCollection(fraudCheckFilters, displayOptions),
	{ ...options, displayOptions },
];
