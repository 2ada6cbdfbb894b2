import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { options, showFor } from '../../../shared/input/fields';
import { blockedNumberId } from '../locators';

export const get: INodePropertyOptions = {
	name: 'Get',
	value: 'get',
	action: 'Get a blocked number',
	description: 'Get one blocked number. The address of this endpoint is inferred.',
	routing: { request: { method: 'GET', url: '/blocked_numbers/{blockedNumberId}' } },
};

const displayOptions = showFor('blockedNumber', 'get');

export const getFields: INodeProperties[] = [
	{ ...blockedNumberId, description: 'The entry to get', displayOptions },
	{ ...options, displayOptions },
];
