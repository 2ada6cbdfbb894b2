import { filterCollection, listFields, options } from '../../../shared/description/fields';
import type { Operation } from '../../../shared/description/resource';
import { JSON_LD } from '../../api/jsonLd';
import { shortLinkFilters } from './filters';

export const getAll: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many short links',
	description: 'Get all short links',
	routing: { request: { method: 'GET', url: '/short_links', headers: { Accept: JSON_LD } } },
	fields: [...listFields, filterCollection(shortLinkFilters), options],
};
