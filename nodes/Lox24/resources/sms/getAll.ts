import { filterCollection, listFields, options } from '../../../shared/description/fields';
import type { Operation } from '../../../shared/description/resource';
import { simplify } from '../../../shared/description/simplify';
import { JSON_LD } from '../../api/jsonLd';
import { smsView } from '../../fields/views';
import { smsFilters } from './filters';

export const getAll: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many SMS and their delivery status',
	description: 'Get the messages of the account, newest first',
	routing: { request: { method: 'GET', url: '/sms', headers: { Accept: JSON_LD } } },
	fields: [...listFields, simplify(smsView), filterCollection(smsFilters), options],
};
