import { filterCollection, listFields, options } from '../../../shared/description/fields';
import type { Operation } from '../../../shared/description/resource';
import { simplify } from '../../../shared/description/simplify';
import { JSON_LD } from '../../api/jsonLd';
import { clickFilters } from '../../fields/clickFilters';
import { bulkId } from '../../fields/locators';
import { clickView } from '../../fields/views';

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
