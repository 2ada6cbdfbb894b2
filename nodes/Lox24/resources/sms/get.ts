import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { options, showFor } from '../../../shared/input/fields';
import { simplify } from '../../../shared/response/simplify';
import { smsId } from '../locators';
import { smsView } from '../views';

export const get: INodePropertyOptions = {
	name: 'Get',
	value: 'get',
	action: 'Get an SMS',
	description: 'Get one message with its status and delivery report',
	routing: { request: { method: 'GET', url: '/sms/{smsId}' } },
};

const displayOptions = showFor('sms', 'get');

export const getFields: INodeProperties[] = [
	{ ...smsId, description: 'The message to get', displayOptions },
	simplify(smsView, displayOptions),
	{ ...options, displayOptions },
];
