import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { options, showFor } from '../../../shared/fields';
import { bulkContent } from './content';

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
	...bulkContent(displayOptions),
	{ ...options, displayOptions },
];
