import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { bodyText, options, showFor } from '../../../shared/fields';
import { messageFields, sender } from '../message';
import { recipients } from './recipients';

export const create: INodePropertyOptions = {
	name: 'Create',
	value: 'create',
	action: 'Create a bulk',
	description:
		'Send one text to many numbers or groups. LOX24 works it off by itself: wait with Get Status until it is done.',
	routing: { request: { method: 'POST', url: '/bulks' } },
};

const displayOptions = showFor('bulk', 'create');

export const createFields: INodeProperties[] = [
	...recipients(displayOptions),
	{ ...sender, displayOptions },
	bodyText(
		{
			displayName: 'Text',
			name: 'text',
			required: true,
			typeOptions: { rows: 4 },
			description:
				'A template of up to 1785 characters; what becomes of it for each recipient may have 1530, or 670 if it has characters that GSM does not have',
			displayOptions,
		},
		'text',
		1785,
	),
	{
		displayName: 'Additional Fields',
		name: 'additionalFields',
		type: 'collection',
		placeholder: 'Add field',
		default: {},
		displayOptions,
		options: messageFields,
	},
	{ ...options, displayOptions },
];
