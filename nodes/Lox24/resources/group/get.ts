import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { options, showFor } from '../../../shared/input/fields';
import { groupId } from '../locators';

export const get: INodePropertyOptions = {
	name: 'Get',
	value: 'get',
	action: 'Get a group',
	description: 'Get one contact group with its column titles',
	routing: { request: { method: 'GET', url: '/groups/{groupId}' } },
};

const displayOptions = showFor('group', 'get');

export const getFields: INodeProperties[] = [
	{ ...groupId, description: 'The group to get', displayOptions },
	{ ...options, displayOptions },
];
