import { listFields, options } from '../../../shared/description/fields';
import type { Operation } from '../../../shared/description/resource';
import { JSON_LD } from '../../api/jsonLd';
import { campaignCode } from '../../fields/locators';

export const getByCampaign: Operation = {
	name: 'Get by Campaign',
	value: 'getByCampaign',
	action: 'Get many short links of a campaign',
	description: 'Get the short links of one campaign',
	routing: {
		request: {
			method: 'GET',
			url: '/short_link_campaigns/{campaignCode}/short_links',
			headers: { Accept: JSON_LD },
		},
	},
	fields: [
		{ ...campaignCode, description: 'The campaign whose short links to get' },
		...listFields,
		options,
	],
};
