import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { bodyText, options, showFor } from '../../../shared/input/fields';
import { groupId } from '../locators';
import { groupFields } from './fields';

export const update: INodePropertyOptions = {
	name: 'Update',
	value: 'update',
	action: 'Update a group',
	description: 'Change name, description or column titles of a contact group',
	routing: { request: { method: 'PUT', url: '/groups/{groupId}' } },
};

const displayOptions = showFor('group', 'update');

export const updateFields: INodeProperties[] = [
	{ ...groupId, description: 'The group to change', displayOptions },
	bodyText(
		{
			displayName: 'Name',
			name: 'name',
			required: true,
			placeholder: 'e.g. Newsletter',
			description: 'Up to 50 characters. LOX24 requires it also when only a title changes.',
			displayOptions,
		},
		'name',
		50,
	),
	{
		displayName: 'Update Fields',
		name: 'updateFields',
		type: 'collection',
		placeholder: 'Add field',
		default: {},
		displayOptions,
		options: groupFields,
	},
	{ ...options, displayOptions },
];
