import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { listFields, options, showFor } from '../../../shared/input/fields';
import { JSON_LD } from '../../api/jsonLd';
import { campaignCode } from '../locators';

export const getByCampaign: INodePropertyOptions = {
	name: 'Get by Campaign',
	value: 'getByCampaign',
	action: 'Get the short links of a campaign',
	description: 'Get the short links of one campaign',
	routing: {
		request: {
			method: 'GET',
			url: '/short_link_campaigns/{campaignCode}/short_links',
			headers: { Accept: JSON_LD },
		},
	},
};

const displayOptions = showFor('shortLink', 'getByCampaign');

export const getByCampaignFields: INodeProperties[] = [
	{ ...campaignCode, description: 'The campaign whose short links to get', displayOptions },
	...listFields(displayOptions),
	{ ...options, displayOptions },
];
