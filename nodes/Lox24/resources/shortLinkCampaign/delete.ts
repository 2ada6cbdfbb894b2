import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { options, showFor } from '../../../shared/input/fields';
import { campaignCode } from '../locators';

export const remove: INodePropertyOptions = {
	name: 'Delete',
	value: 'delete',
	action: 'Delete a short link campaign',
	description: 'Delete a campaign',
	routing: { request: { method: 'DELETE', url: '/short_link_campaigns/{campaignCode}' } },
};

const displayOptions = showFor('shortLinkCampaign', 'delete');

export const removeFields: INodeProperties[] = [
	{ ...campaignCode, description: 'The campaign to delete', displayOptions },
	{ ...options, displayOptions },
];
