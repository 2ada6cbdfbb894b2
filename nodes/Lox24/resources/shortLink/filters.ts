import type { INodeProperties } from 'n8n-workflow';

import { contains, manyTimes, sortBy, timeRange } from '../../fields/filterFields';

/** The filters of `GET /short_links`. */
export const shortLinkFilters: INodeProperties[] = [
	sortBy({ displayName: 'Order by Update', name: 'orderUpdatedAt' }, 'updated_at'),
	manyTimes(
		{ displayName: 'Updated At', name: 'updatedAt', description: 'Changed at exactly this second' },
		'updated_at',
	),
	timeRange(
		{ displayName: 'Updated Range', name: 'updatedAtRange', description: 'When it was changed' },
		'updated_at',
	),
	contains({ displayName: 'URL', name: 'url', description: 'Part of the target address' }, 'url'),
];
