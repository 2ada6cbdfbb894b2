import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { filterCollection, listFields, options, showFor } from '../../../shared/input/fields';
import { JSON_LD } from '../../api/jsonLd';
import { simplify } from '../../../shared/response/simplify';
import { clickFilters } from '../clickFilters';
import { clickView } from '../views';

export const getAll: INodePropertyOptions = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many clicks',
	description: 'Get all clicks on short links',
	routing: {
		request: { method: 'GET', url: '/short_link_requests', headers: { Accept: JSON_LD } },
	},
};

const displayOptions = showFor('shortLinkRequest', 'getAll');

export const getAllFields: INodeProperties[] = [
	...listFields(displayOptions),
	simplify(clickView, displayOptions),
	filterCollection(clickFilters, displayOptions),
	{ ...options, displayOptions },
];
