import type { Operation } from '../../../shared/description/resource';
import { filterCollection, listFields, options } from '../../../shared/input/fields';
import { JSON_LD } from '../../api/jsonLd';
import { simplify } from '../../../shared/response/simplify';
import { paymentView } from '../views';
import { paymentFilters } from './filters';

export const getAll: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many payments to the account',
	description: 'Get the payments of the account',
	routing: { request: { method: 'GET', url: '/payments', headers: { Accept: JSON_LD } } },
	fields: [...listFields, simplify(paymentView), filterCollection(paymentFilters), options],
};
