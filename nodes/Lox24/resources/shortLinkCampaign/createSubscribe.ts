import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { options, showFor } from '../../../shared/input/fields';
import { campaignName, groupOfCampaign } from './fields';

export const createSubscribe: INodePropertyOptions = {
	name: 'Create Subscribe',
	value: 'createSubscribe',
	action: 'Create a subscribe campaign',
	description:
		'Create a campaign that leads to an opt-in form; whoever fills it in joins the group',
	routing: { request: { method: 'POST', url: '/short_link_campaigns/subscribe' } },
};

const displayOptions = showFor('shortLinkCampaign', 'createSubscribe');

export const createSubscribeFields: INodeProperties[] = [
	campaignName(displayOptions),
	{ ...groupOfCampaign(true), displayOptions },
	{ ...options, displayOptions },
];
