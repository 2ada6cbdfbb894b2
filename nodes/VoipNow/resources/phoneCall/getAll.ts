import { listFields, options } from '../../../shared/description/fields';
import type { Operation } from '../../../shared/description/resource';
import { simplify } from '../../../shared/description/simplify';
import { extensionOrSelf, userId } from '../../fields/extension';
import { listFilters } from '../../fields/listFilters';
import { CALL_FIELDS } from './fields';
import { simpleCall } from './simpleCall';

export const getAll: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many phone calls in progress',
	description: 'Get the calls in progress of an extension, or with @self of all extensions',
	routing: { request: { method: 'GET', url: '/phoneCalls/{userId}/{extension}' } },
	fields: [
		userId,
		extensionOrSelf,
		...listFields,
		simplify(simpleCall),
		listFilters({
			filterBy: [
				{ name: 'ID', value: 'id' },
				{ name: 'Published', value: 'published' },
			],
			filterOps: [
				...(['contains', 'equals', 'greaterThan', 'inArray'] as const),
				...(['lessThan', 'present', 'startsWith'] as const),
			],
			fields: CALL_FIELDS,
			orderedBy: 'start of the call',
		}),
		options,
	],
};
