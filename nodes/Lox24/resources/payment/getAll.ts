import { filterCollection, listFields, options } from '../../../shared/description/fields';
import type { Operation } from '../../../shared/description/resource';
import { simplify } from '../../../shared/description/simplify';
import { JSON_LD } from '../../api/jsonLd';
import { paymentView } from '../../fields/views';
import { paymentFilters } from './filters';

export const getAll: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many payments to the account',
	description: 'Get the payments of the account',
	routing: { request: { method: 'GET', url: '/payments', headers: { Accept: JSON_LD } } },
	fields: [...listFields, simplify(paymentView), filterCollection(paymentFilters), options],
};
