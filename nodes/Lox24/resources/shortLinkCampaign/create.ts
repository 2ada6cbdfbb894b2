import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { options, showFor } from '../../../shared/input/fields';
import { campaignFields, groupOfCampaign } from './fields';

export const create: INodePropertyOptions = {
	name: 'Create',
	value: 'create',
	action: 'Create a short link campaign',
	description: 'Create a campaign of short links',
	routing: { request: { method: 'POST', url: '/short_link_campaigns' } },
};

const displayOptions = showFor('shortLinkCampaign', 'create');

export const createFields: INodeProperties[] = [
	...campaignFields(displayOptions),
	{
		displayName: 'Additional Fields',
		name: 'additionalFields',
		type: 'collection',
		placeholder: 'Add field',
		default: {},
		displayOptions,
		options: [groupOfCampaign()],
	},
	{ ...options, displayOptions },
];
