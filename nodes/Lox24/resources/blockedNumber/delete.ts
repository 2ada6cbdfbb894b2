import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { options, showFor } from '../../../shared/input/fields';
import { blockedNumberId } from '../locators';

export const remove: INodePropertyOptions = {
	name: 'Delete',
	value: 'delete',
	action: 'Delete a blocked number',
	description: 'Unblock a number',
	routing: { request: { method: 'DELETE', url: '/blocked_numbers/{blockedNumberId}' } },
};

const displayOptions = showFor('blockedNumber', 'delete');

export const removeFields: INodeProperties[] = [
	{ ...blockedNumberId, description: 'The entry to delete', displayOptions },
	{ ...options, displayOptions },
];
