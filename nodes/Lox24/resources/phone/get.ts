import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { options, showFor } from '../../../shared/input/fields';
import { simplify } from '../../../shared/response/simplify';
import { phoneId } from '../locators';
import { phoneView } from '../views';

export const get: INodePropertyOptions = {
	name: 'Get',
	value: 'get',
	action: 'Get a phone',
	description: 'Get one entry of a contact group',
	routing: { request: { method: 'GET', url: '/phones/{phoneId}' } },
};

const displayOptions = showFor('phone', 'get');

export const getFields: INodeProperties[] = [
	{ ...phoneId, description: 'The entry to get', displayOptions },
	simplify(phoneView, displayOptions),
	{ ...options, displayOptions },
];
