import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { listFields, options, showFor } from '../../../shared/input/fields';
import { simplify } from '../../../shared/response/simplify';
import { extensionOrSelf, userId } from '../extension';
import { listFilters } from '../listFilters';
import { simplePresence, withRegistrations } from './registrations';

export const getAll: INodePropertyOptions = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many presences',
	description: 'Get which extensions are registered, free, ringing or busy',
	routing: {
		request: { method: 'GET', url: '/extensions/{userId}/{extension}/presence' },
		output: { postReceive: [withRegistrations] },
	},
};

const displayOptions = showFor('presence', 'getAll');

export const getAllFields: INodeProperties[] = [
	{ ...userId, displayOptions },
	{ ...extensionOrSelf, default: '@self', displayOptions },
	...listFields(displayOptions),
	simplify(simplePresence, displayOptions),
	listFilters(
		{
			filterBy: [{ name: 'Extension', value: 'extension' }],
			filterOps: ['contains', 'equals', 'inArray', 'startsWith'],
			fields: ['extension', 'registration', 'status'],
			orderedBy: 'extension number',
		},
		displayOptions,
	),
	{ ...options, displayOptions },
];
