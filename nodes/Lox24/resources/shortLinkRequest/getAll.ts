import { filterCollection, listFields, options } from '../../../shared/description/fields';
import type { Operation } from '../../../shared/description/resource';
import { simplify } from '../../../shared/description/simplify';
import { JSON_LD } from '../../api/jsonLd';
import { linkClickFilters } from '../../fields/clickFilters';
import { clickView } from '../../fields/views';

export const getAll: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many clicks on short links',
	description: 'Get all clicks on short links',
	routing: {
		request: { method: 'GET', url: '/short_link_requests', headers: { Accept: JSON_LD } },
	},
	fields: [...listFields, simplify(clickView), filterCollection(linkClickFilters), options],
};
