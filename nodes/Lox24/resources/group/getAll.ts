import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { listFields, options, showFor } from '../../../shared/input/fields';
import { JSON_LD } from '../../api/jsonLd';

export const getAll: INodePropertyOptions = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many groups',
	description: 'Get the contact groups',
	routing: { request: { method: 'GET', url: '/groups', headers: { Accept: JSON_LD } } },
};

const displayOptions = showFor('group', 'getAll');

export const getAllFields: INodeProperties[] = [
	...listFields(displayOptions),
	{ ...options, displayOptions },
];
