import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { options, showFor } from '../../../shared/input/fields';
import { phoneId } from '../locators';
import { columnFields, phoneNumber } from './columns';

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
	phoneNumber(
		displayOptions,
		'Number of the entry. LOX24 requires it also when only a column changes. Any text up to 30 characters, sent as given.',
	),
	{
		displayName: 'Update Fields',
		name: 'updateFields',
		type: 'collection',
		placeholder: 'Add field',
		default: {},
		description: 'Whether LOX24 keeps or clears columns that are left out is not documented',
		displayOptions,
		options: columnFields,
	},
	{ ...options, displayOptions },
];
