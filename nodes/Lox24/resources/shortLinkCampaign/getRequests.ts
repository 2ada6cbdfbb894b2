import type { Operation } from '../../../shared/description/resource';
import { filterCollection, listFields, options } from '../../../shared/input/fields';
import { JSON_LD } from '../../api/jsonLd';
import { simplify } from '../../../shared/response/simplify';
import { clickFilters } from '../clickFilters';
import { campaignCode } from '../locators';
import { clickView } from '../views';

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
