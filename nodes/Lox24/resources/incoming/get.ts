import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { options, showFor } from '../../../shared/input/fields';
import { incomingId } from '../locators';

export const get: INodePropertyOptions = {
	name: 'Get',
	value: 'get',
	action: 'Get an incoming message',
	description: 'Get one message that was received',
	routing: { request: { method: 'GET', url: '/incomings/{incomingId}' } },
};

const displayOptions = showFor('incoming', 'get');

export const getFields: INodeProperties[] = [
	{ ...incomingId, description: 'The message to get', displayOptions },
	{ ...options, displayOptions },
];
