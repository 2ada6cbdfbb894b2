import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { filterCollection, listFields, options, showFor } from '../../../shared/input/fields';
import { JSON_LD } from '../../api/jsonLd';
import { campaignFilters } from './filters';

export const getAll: INodePropertyOptions = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many short link campaigns',
	description: 'Get the campaigns, newest first',
	routing: {
		request: { method: 'GET', url: '/short_link_campaigns', headers: { Accept: JSON_LD } },
	},
};

const displayOptions = showFor('shortLinkCampaign', 'getAll');

export const getAllFields: INodeProperties[] = [
	...listFields(displayOptions),
	filterCollection(campaignFilters, displayOptions),
	{ ...options, displayOptions },
];
