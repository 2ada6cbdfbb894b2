import { filterCollection, listFields, options } from '../../../shared/description/fields';
import type { Operation } from '../../../shared/description/resource';
import { simplify } from '../../../shared/description/simplify';
import { JSON_LD } from '../../api/jsonLd';
import { fraudCheckView } from '../../fields/views';
import { fraudCheckFilters } from './filters';

export const getAll: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many fraud checks and their results',
	description: 'Get earlier checks',
	routing: { request: { method: 'GET', url: '/fraud-checks', headers: { Accept: JSON_LD } } },
	fields: [...listFields, simplify(fraudCheckView), filterCollection(fraudCheckFilters), options],
};
