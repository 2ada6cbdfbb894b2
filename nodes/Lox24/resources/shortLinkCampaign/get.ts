import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { options, showFor } from '../../../shared/input/fields';
import { campaignCode } from '../locators';

export const get: INodePropertyOptions = {
	name: 'Get',
	value: 'get',
	action: 'Get a short link campaign',
	description: 'Get one campaign',
	routing: { request: { method: 'GET', url: '/short_link_campaigns/{campaignCode}' } },
};

const displayOptions = showFor('shortLinkCampaign', 'get');

export const getFields: INodeProperties[] = [
	{ ...campaignCode, description: 'The campaign to get', displayOptions },
	{ ...options, displayOptions },
];
