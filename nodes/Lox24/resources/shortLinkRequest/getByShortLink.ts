import { filterCollection, listFields, options } from '../../../shared/description/fields';
import type { Operation } from '../../../shared/description/resource';
import { simplify } from '../../../shared/description/simplify';
import { JSON_LD } from '../../api/jsonLd';
import { linkClickFilters } from '../../fields/clickFilters';
import { shortCode } from '../../fields/locators';
import { clickView } from '../../fields/views';

export const getByShortLink: Operation = {
	name: 'Get by Short Link',
	value: 'getByShortLink',
	action: 'Get many clicks on one short link',
	description: 'Get the clicks on one short link',
	routing: {
		request: {
			method: 'GET',
			url: '/short_links/{shortCode}/requests',
			headers: { Accept: JSON_LD },
		},
	},
	fields: [
		{ ...shortCode, description: 'The short link whose clicks to get' },
		...listFields,
		simplify(clickView),
		filterCollection(linkClickFilters),
		options,
	],
};
