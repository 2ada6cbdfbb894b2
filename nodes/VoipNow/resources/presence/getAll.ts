import { listFields, options } from '../../../shared/description/fields';
import type { Operation } from '../../../shared/description/resource';
import { simplify } from '../../../shared/description/simplify';
import { extensionOrSelf, userId } from '../../fields/extension';
import { listFilters } from '../../fields/listFilters';
import { simplePresence, withRegistrations } from './registrations';

export const getAll: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get which extensions are registered or on a call',
	description: 'Get which extensions are registered, free, ringing or busy',
	routing: {
		request: { method: 'GET', url: '/extensions/{userId}/{extension}/presence' },
		output: { postReceive: [withRegistrations] },
	},
	fields: [
		userId,
		{ ...extensionOrSelf, default: '@self' },
		...listFields,
		simplify(simplePresence),
		listFilters({
			filterBy: [{ name: 'Extension', value: 'extension' }],
			filterOps: ['contains', 'equals', 'inArray', 'startsWith'],
			fields: ['extension', 'registration', 'status'],
			orderedBy: 'extension number',
		}),
		options,
	],
};
