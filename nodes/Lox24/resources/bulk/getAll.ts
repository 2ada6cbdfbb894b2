import { filterCollection, listFields, options } from '../../../shared/description/fields';
import type { Operation } from '../../../shared/description/resource';
import { simplify } from '../../../shared/description/simplify';
import { JSON_LD } from '../../api/jsonLd';
import { bulkView } from '../../fields/views';
import { bulkFilters } from './filters';

export const getAll: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many bulk messages',
	description: 'Get the bulks of the account, newest first',
	routing: { request: { method: 'GET', url: '/bulks', headers: { Accept: JSON_LD } } },
	fields: [...listFields, simplify(bulkView), filterCollection(bulkFilters), options],
};
