import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { options, showFor } from '../../../shared/input/fields';
import { simplify } from '../../../shared/response/simplify';
import { bulkId } from '../locators';
import { bulkView } from '../views';

export const get: INodePropertyOptions = {
	name: 'Get',
	value: 'get',
	action: 'Get a bulk',
	description: 'Get one bulk with all its fields',
	routing: { request: { method: 'GET', url: '/bulks/{bulkId}' } },
};

const displayOptions = showFor('bulk', 'get');

export const getFields: INodeProperties[] = [
	{ ...bulkId, description: 'The bulk to get', displayOptions },
	simplify(bulkView, displayOptions),
	{ ...options, displayOptions },
];
