import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { filterCollection, listFields, options, showFor } from '../../../shared/input/fields';
import { JSON_LD } from '../../api/jsonLd';
import { simplify } from '../../../shared/response/simplify';
import { documentFilters } from '../documentFilters';
import { documentView } from '../views';

export const getAll: INodePropertyOptions = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many credit notes',
	description: 'Get the credit notes of the account',
	routing: { request: { method: 'GET', url: '/credit_notes', headers: { Accept: JSON_LD } } },
};

const displayOptions = showFor('creditNote', 'getAll');

export const getAllFields: INodeProperties[] = [
	...listFields(displayOptions),
	simplify(documentView, displayOptions),
	filterCollection(documentFilters, displayOptions),
	{ ...options, displayOptions },
];
