import type { Operation } from '../../../shared/description/resource';
import { filterCollection, listFields, options } from '../../../shared/input/fields';
import { JSON_LD } from '../../api/jsonLd';
import { simplify } from '../../../shared/response/simplify';
import { linkClickFilters } from '../clickFilters';
import { clickView } from '../views';

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
