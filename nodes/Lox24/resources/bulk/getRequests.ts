import type { Operation } from '../../../shared/description/resource';
import { filterCollection, listFields, options } from '../../../shared/input/fields';
import { JSON_LD } from '../../api/jsonLd';
import { simplify } from '../../../shared/response/simplify';
import { clickFilters } from '../clickFilters';
import { bulkId } from '../locators';
import { clickView } from '../views';

export const getRequests: Operation = {
	name: 'Get Requests',
	value: 'getRequests',
	action: 'Get every click on the links in a bulk message',
	description: 'Get every single click on the short links in a bulk',
	routing: {
		request: { method: 'GET', url: '/bulks/{bulkId}/requests', headers: { Accept: JSON_LD } },
	},
	fields: [
		{ ...bulkId, description: 'The bulk with the short links' },
		...listFields,
		simplify(clickView),
		filterCollection(clickFilters),
		options,
	],
};
