import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { options, showFor } from '../../../shared/input/fields';
import { groupId } from '../locators';

export const remove: INodePropertyOptions = {
	name: 'Delete',
	value: 'delete',
	action: 'Delete a group',
	description: 'Delete a contact group with all its entries',
	routing: { request: { method: 'DELETE', url: '/groups/{groupId}' } },
};

const displayOptions = showFor('group', 'delete');

export const removeFields: INodeProperties[] = [
	{ ...groupId, description: 'The group to delete', displayOptions },
	{ ...options, displayOptions },
];
