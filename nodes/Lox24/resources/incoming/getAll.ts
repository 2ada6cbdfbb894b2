import { filterCollection, listFields, options } from '../../../shared/description/fields';
import type { Operation } from '../../../shared/description/resource';
import { JSON_LD } from '../../api/jsonLd';
import { incomingFilters } from './filters';

export const getAll: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many received SMS',
	description: 'Get received messages and replies, newest first',
	routing: { request: { method: 'GET', url: '/incomings', headers: { Accept: JSON_LD } } },
	fields: [...listFields, filterCollection(incomingFilters), options],
};
