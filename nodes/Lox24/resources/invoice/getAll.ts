import { filterCollection, listFields, options } from '../../../shared/description/fields';
import type { Operation } from '../../../shared/description/resource';
import { simplify } from '../../../shared/description/simplify';
import { JSON_LD } from '../../api/jsonLd';
import { documentFilters } from '../../fields/documentFilters';
import { documentView } from '../../fields/views';

export const getAll: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many invoices',
	description: 'Get the invoices of the account',
	routing: { request: { method: 'GET', url: '/invoices', headers: { Accept: JSON_LD } } },
	fields: [...listFields, simplify(documentView), filterCollection(documentFilters), options],
};
