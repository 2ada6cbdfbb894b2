import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { filterCollection, listFields, options, showFor } from '../../../shared/input/fields';
import { JSON_LD } from '../../api/jsonLd';
import { simplify } from '../../../shared/response/simplify';
import { paymentView } from '../views';
import { paymentFilters } from './filters';

export const getAll: INodePropertyOptions = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many payments',
	description: 'Get the payments of the account',
	routing: { request: { method: 'GET', url: '/payments', headers: { Accept: JSON_LD } } },
};

const displayOptions = showFor('payment', 'getAll');

export const getAllFields: INodeProperties[] = [
	...listFields(displayOptions),
	simplify(paymentView, displayOptions),
	filterCollection(paymentFilters, displayOptions),
	{ ...options, displayOptions },
];
