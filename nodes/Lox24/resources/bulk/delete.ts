import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { options, showFor } from '../../../shared/input/fields';
import { bulkId } from '../locators';

export const remove: INodePropertyOptions = {
	name: 'Delete',
	value: 'delete',
	action: 'Delete a bulk',
	description:
		'Delete the record of a bulk. It disappears from the itemised bill as well, so the bill cannot be questioned afterwards.',
	routing: { request: { method: 'DELETE', url: '/bulks/{bulkId}' } },
};

const displayOptions = showFor('bulk', 'delete');

export const removeFields: INodeProperties[] = [
	{ ...bulkId, description: 'The bulk to delete', displayOptions },
	{ ...options, displayOptions },
];
