import { filterCollection, listFields, options } from '../../../shared/description/fields';
import type { Operation } from '../../../shared/description/resource';
import { JSON_LD } from '../../api/jsonLd';
import { smsClickFilters } from './filters';

export const getAll: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many SMS and how often their links were clicked',
	description:
		'Get the messages with a short link of an advanced campaign, with their number of clicks',
	routing: { request: { method: 'GET', url: '/sms/clicks', headers: { Accept: JSON_LD } } },
	fields: [...listFields, filterCollection(smsClickFilters), options],
};
