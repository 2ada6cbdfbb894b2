import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { options, showFor } from '../../../shared/input/fields';
import { smsId } from '../locators';

export const get: INodePropertyOptions = {
	name: 'Get',
	value: 'get',
	action: 'Get the clicks of an SMS',
	description: 'Get how often the short link in a message was clicked',
	routing: { request: { method: 'GET', url: '/sms/{smsId}/clicks' } },
};

const displayOptions = showFor('smsClick', 'get');

export const getFields: INodeProperties[] = [
	{ ...smsId, description: 'The message with the short link', displayOptions },
	{ ...options, displayOptions },
];
