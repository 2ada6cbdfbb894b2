import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { listFields, options, showFor } from '../../../shared/input/fields';
import { simplify } from '../../../shared/response/simplify';
import { extensionOrSelf, userId } from '../extension';
import { listFilters } from '../listFilters';
import { CALL_FIELDS } from './fields';
import { simpleCall } from './simpleCall';

export const getAll: INodePropertyOptions = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many phone calls',
	description: 'Get the calls in progress of an extension, or with @self of all extensions',
	routing: { request: { method: 'GET', url: '/phoneCalls/{userId}/{extension}' } },
};

const displayOptions = showFor('phoneCall', 'getAll');

export const getAllFields: INodeProperties[] = [
	{ ...userId, displayOptions },
	{ ...extensionOrSelf, displayOptions },
	...listFields(displayOptions),
	simplify(simpleCall, displayOptions),
	listFilters(
		{
			filterBy: [
				{ name: 'ID', value: 'id' },
				{ name: 'Published', value: 'published' },
			],
			filterOps: [
				...(['contains', 'equals', 'greaterThan', 'inArray'] as const),
				...(['lessThan', 'present', 'startsWith'] as const),
			],
			fields: CALL_FIELDS,
			orderedBy: 'the time at which the call began',
		},
		displayOptions,
	),
	{ ...options, displayOptions },
];
