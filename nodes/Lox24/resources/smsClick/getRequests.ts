import { filterCollection, listFields, options } from '../../../shared/description/fields';
import type { Operation } from '../../../shared/description/resource';
import { simplify } from '../../../shared/description/simplify';
import { JSON_LD } from '../../api/jsonLd';
import { smsClickRequestFilters } from '../../fields/clickFilters';
import { smsId } from '../../fields/locators';
import { clickView } from '../../fields/views';

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
