import { filterCollection, listFields, options } from '../../../shared/description/fields';
import type { Operation } from '../../../shared/description/resource';
import { JSON_LD } from '../../api/jsonLd';
import { blockedNumberFilters } from './filters';

export const getAll: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many blocked phone numbers',
	description: 'Get the numbers that get no messages',
	routing: { request: { method: 'GET', url: '/blocked_numbers', headers: { Accept: JSON_LD } } },
	fields: [...listFields, filterCollection(blockedNumberFilters), options],
};
