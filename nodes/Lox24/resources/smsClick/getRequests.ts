import type { Operation } from '../../../shared/description/resource';
import { filterCollection, listFields, options } from '../../../shared/input/fields';
import { JSON_LD } from '../../api/jsonLd';
import { simplify } from '../../../shared/response/simplify';
import { smsClickRequestFilters } from '../clickFilters';
import { smsId } from '../locators';
import { clickView } from '../views';

export const getRequests: Operation = {
	name: 'Get Requests',
	value: 'getRequests',
	action: 'Get every click on the link in an SMS',
	description: 'Get every single click on the short link in a message',
	routing: {
		request: { method: 'GET', url: '/sms/{smsId}/requests', headers: { Accept: JSON_LD } },
	},
	fields: [
		{ ...smsId, description: 'The message with the short link' },
		...listFields,
		simplify(clickView),
		filterCollection(smsClickRequestFilters),
		options,
	],
};
