import type { INodeProperties } from 'n8n-workflow';

import { contains, manyCodes, manyTimes, sortBy, timeRange } from '../../../shared/filterFields';

/** The filters of `GET /short_link_campaigns`. */
export const campaignFilters: INodeProperties[] = [
	manyTimes(
		{ displayName: 'Created At', name: 'createdAt', description: 'Created at exactly this second' },
		'created_at',
	),
	timeRange(
		{ displayName: 'Created Range', name: 'createdAtRange', description: 'When it was created' },
		'created_at',
	),
	contains({ displayName: 'Name', name: 'name', description: 'Part of the name' }, 'name'),
	sortBy({ displayName: 'Order by Creation', name: 'orderCreatedAt' }, 'created_at'),
	manyCodes(
		{ displayName: 'Types', name: 'type', description: 'Their meaning is not documented' },
		'type',
		[
			{ name: 'Type 1', value: 1 },
			{ name: 'Type 2', value: 2 },
		],
	),
	contains(
		{ displayName: 'URL', name: 'url', description: 'Part of the address it leads to' },
		'url',
	),
];
