import type { INodeProperties } from 'n8n-workflow';

import { get, getFields } from './get';
import { getAll, getAllFields } from './getAll';
import { getByCampaign, getByCampaignFields } from './getByCampaign';

export const shortLink: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['shortLink'] } },
		options: [get, getAll, getByCampaign],
		default: 'getAll',
	},
	...getFields,
	...getAllFields,
	...getByCampaignFields,
];
