import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { bodyText, options, showFor } from '../../../shared/fields';
import { phoneId } from '../locators';
import { columns, PHONE_MAX_LENGTH } from './columns';

export const update: INodePropertyOptions = {
	name: 'Update',
	value: 'update',
	action: 'Update a phone',
	description: 'Change the number or the columns of an entry in a contact group',
	routing: { request: { method: 'PUT', url: '/phones/{phoneId}' } },
};

const displayOptions = showFor('phone', 'update');

export const updateFields: INodeProperties[] = [
	{ ...phoneId, description: 'The entry to change', displayOptions },
	bodyText(
		{
			displayName: 'Phone Number',
			name: 'phone',
			required: true,
			placeholder: 'e.g. +93701234567',
			description:
				'Number of the entry. LOX24 requires it also when only a column changes. Any text up to 30 characters, sent as given.',
			displayOptions,
		},
		'phone',
		PHONE_MAX_LENGTH,
	),
	{
		displayName: 'Update Fields',
		name: 'updateFields',
		type: 'collection',
		placeholder: 'Add field',
		default: {},
		description: 'Whether LOX24 keeps or clears columns that are left out is not documented',
		displayOptions,
		options: columns.map(({ wireName, maxLength, ...field }) =>
			bodyText(field, wireName, maxLength),
		),
	},
	{ ...options, displayOptions },
];
