import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { options, showFor } from '../../../shared/input/fields';
import { simplify } from '../../../shared/response/simplify';
import { bulkId } from '../locators';
import { bulkView } from '../views';

export const getStatus: INodePropertyOptions = {
	name: 'Get Status',
	value: 'getStatus',
	action: 'Get the status of a bulk',
	description: 'Get the short form of a bulk, to wait until it is processed',
	routing: { request: { method: 'GET', url: '/bulks/{bulkId}/status' } },
};

const displayOptions = showFor('bulk', 'getStatus');

export const getStatusFields: INodeProperties[] = [
	{ ...bulkId, description: 'The bulk to ask for', displayOptions },
	simplify(bulkView, displayOptions),
	{ ...options, displayOptions },
];
