import type { Operation } from '../../../shared/description/resource';
import { filterCollection, listFields, options } from '../../../shared/input/fields';
import { JSON_LD } from '../../api/jsonLd';
import { simplify } from '../../../shared/response/simplify';
import { bulkView } from '../views';
import { bulkFilters } from './filters';

export const getAll: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many bulk messages',
	description: 'Get the bulks of the account, newest first',
	routing: { request: { method: 'GET', url: '/bulks', headers: { Accept: JSON_LD } } },
	fields: [...listFields, simplify(bulkView), filterCollection(bulkFilters), options],
};
