import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { oneOf } from '../../fields/filterFields';
import { wholeNumberFilter } from '../../fields/numberFilters';

/** Who blocked the number (docs/api/lox24.md, "Other codes"). */
export const blockedNumberTypes: INodePropertyOptions[] = [
	{ name: 'Blocked by Customer', value: '1' },
	{ name: 'Unsubscribed by Recipient', value: '2' },
];

/** The filters of `GET /blocked_numbers`. */
export const blockedNumberFilters: INodeProperties[] = [
	wholeNumberFilter(
		{
			displayName: 'Number',
			name: 'number',
			placeholder: 'e.g. +4915112345678',
			description: 'Exactly this number. Blanks, dashes and brackets are removed, 00 becomes +.',
		},
		'number',
	),
	oneOf(
		{ displayName: 'Type', name: 'type', description: 'Who blocked it' },
		'type',
		blockedNumberTypes,
	),
];
