import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { options, showFor } from '../../../shared/input/fields';
import { phoneId } from '../locators';

export const remove: INodePropertyOptions = {
	name: 'Delete',
	value: 'delete',
	action: 'Delete a phone',
	description: 'Delete one entry of a contact group',
	routing: { request: { method: 'DELETE', url: '/phones/{phoneId}' } },
};

const displayOptions = showFor('phone', 'delete');

export const removeFields: INodeProperties[] = [
	{ ...phoneId, description: 'The entry to delete', displayOptions },
	{ ...options, displayOptions },
];
