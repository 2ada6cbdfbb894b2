import { filterCollection, listFields, options } from '../../../shared/description/fields';
import type { Operation } from '../../../shared/description/resource';
import { simplify } from '../../../shared/description/simplify';
import { JSON_LD } from '../../api/jsonLd';
import { documentFilters } from '../../fields/documentFilters';
import { documentView } from '../../fields/views';

export const getAll: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many credit notes',
	description: 'Get the credit notes of the account',
	routing: { request: { method: 'GET', url: '/credit_notes', headers: { Accept: JSON_LD } } },
	fields: [...listFields, simplify(documentView), filterCollection(documentFilters), options],
};
