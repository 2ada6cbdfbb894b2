import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { options, showFor } from '../../../shared/input/fields';
import { shortCode } from '../locators';

export const get: INodePropertyOptions = {
	name: 'Get',
	value: 'get',
	action: 'Get a short link',
	description: 'Get one short link',
	routing: { request: { method: 'GET', url: '/short_links/{shortCode}' } },
};

const displayOptions = showFor('shortLink', 'get');

export const getFields: INodeProperties[] = [
	{ ...shortCode, description: 'The short link to get', displayOptions },
	{ ...options, displayOptions },
];
