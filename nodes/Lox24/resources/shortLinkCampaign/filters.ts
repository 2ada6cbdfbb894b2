import type { INodeProperties } from 'n8n-workflow';

import { createdAt, createdAtRange, orderCreatedAt } from '../../fields/commonFilters';
import { contains, manyCodes } from '../../fields/filterFields';
import { campaignTypes } from './fields';

/** The filters of `GET /short_link_campaigns`. */
export const campaignFilters: INodeProperties[] = [
	createdAt,
	createdAtRange,
	contains({ displayName: 'Name', name: 'name', description: 'Part of the name' }, 'name'),
	orderCreatedAt,
	manyCodes(
		{ displayName: 'Types', name: 'type', description: 'Any of these types' },
		'type',
		campaignTypes,
	),
	contains({ displayName: 'URL', name: 'url', description: 'Part of the target address' }, 'url'),
];
