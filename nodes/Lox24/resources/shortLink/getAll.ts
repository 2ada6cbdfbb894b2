import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { filterCollection, listFields, options, showFor } from '../../../shared/input/fields';
import { JSON_LD } from '../../api/jsonLd';
import { shortLinkFilters } from './filters';

export const getAll: INodePropertyOptions = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many short links',
	description: 'Get all short links',
	routing: { request: { method: 'GET', url: '/short_links', headers: { Accept: JSON_LD } } },
};

const displayOptions = showFor('shortLink', 'getAll');

export const getAllFields: INodeProperties[] = [
	...listFields(displayOptions),
	filterCollection(shortLinkFilters, displayOptions),
	{ ...options, displayOptions },
];
