import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { effect } from '../../../shared/request/marks';
import { options, showFor } from '../../../shared/input/fields';
import { groupId } from '../locators';
import { columnFields, phoneNumber } from './columns';

export const create: INodePropertyOptions = {
	name: 'Create',
	value: 'create',
	action: 'Create a phone',
	description: 'Add one entry to a contact group',
	routing: {
		request: { method: 'POST', url: '/groups/{groupId}/phones' },
		send: { preSend: [effect({ receivers: ({ phone }) => phone })] },
	},
};

const displayOptions = showFor('phone', 'create');

export const createFields: INodeProperties[] = [
	{ ...groupId, description: 'The contact group it is added to', displayOptions },
	phoneNumber(displayOptions, 'Number of the entry. Any text up to 30 characters, sent as given.'),
	{
		displayName: 'Additional Fields',
		name: 'additionalFields',
		type: 'collection',
		placeholder: 'Add field',
		default: {},
		displayOptions,
		options: columnFields,
	},
	{ ...options, displayOptions },
];
