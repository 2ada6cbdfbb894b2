import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { filterCollection, listFields, options, showFor } from '../../../shared/input/fields';
import { JSON_LD } from '../../api/jsonLd';
import { simplify } from '../../../shared/response/simplify';
import { clickFilters } from '../clickFilters';
import { shortCode } from '../locators';
import { clickView } from '../views';

export const getByShortLink: INodePropertyOptions = {
	name: 'Get by Short Link',
	value: 'getByShortLink',
	action: 'Get the clicks on a short link',
	description: 'Get the clicks on one short link',
	routing: {
		request: {
			method: 'GET',
			url: '/short_links/{shortCode}/requests',
			headers: { Accept: JSON_LD },
		},
	},
};

const displayOptions = showFor('shortLinkRequest', 'getByShortLink');

export const getByShortLinkFields: INodeProperties[] = [
	{ ...shortCode, description: 'The short link whose clicks to get', displayOptions },
	...listFields(displayOptions),
	simplify(clickView, displayOptions),
	filterCollection(clickFilters, displayOptions),
	{ ...options, displayOptions },
];
