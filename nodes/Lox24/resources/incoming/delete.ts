import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { options, showFor } from '../../../shared/input/fields';
import { incomingId } from '../locators';

export const remove: INodePropertyOptions = {
	name: 'Delete',
	value: 'delete',
	action: 'Delete an incoming message',
	description: 'Delete one message that was received',
	routing: { request: { method: 'DELETE', url: '/incomings/{incomingId}' } },
};

const displayOptions = showFor('incoming', 'delete');

export const removeFields: INodeProperties[] = [
	{ ...incomingId, description: 'The message to delete', displayOptions },
	{ ...options, displayOptions },
];
