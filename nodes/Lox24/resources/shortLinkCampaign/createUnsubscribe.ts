import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { options, showFor } from '../../../shared/input/fields';
import { campaignName, groupOfCampaign } from './fields';

export const createUnsubscribe: INodePropertyOptions = {
	name: 'Create Unsubscribe',
	value: 'createUnsubscribe',
	action: 'Create an unsubscribe campaign',
	description:
		'Create a campaign that leads to an opt-out form; whoever fills it in becomes a blocked number',
	routing: { request: { method: 'POST', url: '/short_link_campaigns/unsubscribe' } },
};

const displayOptions = showFor('shortLinkCampaign', 'createUnsubscribe');

export const createUnsubscribeFields: INodeProperties[] = [
	campaignName(displayOptions),
	{ ...groupOfCampaign(true), displayOptions },
	{ ...options, displayOptions },
];
