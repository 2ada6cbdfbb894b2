import { filterCollection, listFields, options } from '../../../shared/description/fields';
import type { Operation } from '../../../shared/description/resource';
import { simplify } from '../../../shared/description/simplify';
import { JSON_LD } from '../../api/jsonLd';
import { clickFilters } from '../../fields/clickFilters';
import { campaignCode } from '../../fields/locators';
import { clickView } from '../../fields/views';

export const getRequests: Operation = {
	name: 'Get Requests',
	value: 'getRequests',
	action: 'Get every click on the short links of a campaign',
	description: 'Get every single click on the short links of a campaign',
	routing: {
		request: {
			method: 'GET',
			url: '/short_link_campaigns/{campaignCode}/requests',
			headers: { Accept: JSON_LD },
		},
	},
	fields: [
		{ ...campaignCode, description: 'The campaign whose clicks to get' },
		...listFields,
		simplify(clickView),
		filterCollection(clickFilters),
		options,
	],
};
