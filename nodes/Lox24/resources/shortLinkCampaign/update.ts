import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { options, showFor } from '../../../shared/input/fields';
import { campaignCode } from '../locators';
import { campaignFields, groupOfCampaign } from './fields';

export const update: INodePropertyOptions = {
	name: 'Update',
	value: 'update',
	action: 'Update a short link campaign',
	description: 'Change a campaign',
	routing: { request: { method: 'PUT', url: '/short_link_campaigns/{campaignCode}' } },
};

const displayOptions = showFor('shortLinkCampaign', 'update');

export const updateFields: INodeProperties[] = [
	{ ...campaignCode, description: 'The campaign to change', displayOptions },
	...campaignFields(displayOptions),
	{
		displayName: 'Update Fields',
		name: 'updateFields',
		type: 'collection',
		placeholder: 'Add field',
		default: {},
		displayOptions,
		options: [groupOfCampaign()],
	},
	{ ...options, displayOptions },
];
