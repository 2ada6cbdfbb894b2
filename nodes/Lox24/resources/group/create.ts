import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { bodyText, options, showFor } from '../../../shared/input/fields';
import { groupFields, groupPhones } from './fields';

export const create: INodePropertyOptions = {
	name: 'Create',
	value: 'create',
	action: 'Create a group',
	description: 'Create a contact group',
	routing: { request: { method: 'POST', url: '/groups' } },
};

const displayOptions = showFor('group', 'create');

export const createFields: INodeProperties[] = [
	bodyText(
		{
			displayName: 'Name',
			name: 'name',
			required: true,
			placeholder: 'e.g. Newsletter',
			description: 'Up to 50 characters',
			displayOptions,
		},
		'name',
		50,
	),
	{
		displayName: 'Additional Fields',
		name: 'additionalFields',
		type: 'collection',
		placeholder: 'Add field',
		default: {},
		displayOptions,
		options: [...groupFields, groupPhones],
	},
	{ ...options, displayOptions },
];
