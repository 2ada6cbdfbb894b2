import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { options, showFor } from '../../../shared/input/fields';
import { smsId } from '../locators';

export const remove: INodePropertyOptions = {
	name: 'Delete',
	value: 'delete',
	action: 'Delete an SMS',
	description:
		'Delete the record of one message. It disappears from the itemised bill as well, so the bill cannot be questioned afterwards.',
	routing: { request: { method: 'DELETE', url: '/sms/{smsId}' } },
};

const displayOptions = showFor('sms', 'delete');

export const removeFields: INodeProperties[] = [
	{ ...smsId, description: 'The message to delete', displayOptions },
	{ ...options, displayOptions },
];
