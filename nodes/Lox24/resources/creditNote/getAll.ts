import type { Operation } from '../../../shared/description/resource';
import { filterCollection, listFields, options } from '../../../shared/input/fields';
import { JSON_LD } from '../../api/jsonLd';
import { simplify } from '../../../shared/response/simplify';
import { documentFilters } from '../documentFilters';
import { documentView } from '../views';

export const getAll: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many credit notes',
	description: 'Get the credit notes of the account',
	routing: { request: { method: 'GET', url: '/credit_notes', headers: { Accept: JSON_LD } } },
	fields: [...listFields, simplify(documentView), filterCollection(documentFilters), options],
};
