import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { options, showFor } from '../../../shared/input/fields';
import { simplify } from '../../../shared/response/simplify';
import { clickId } from '../locators';
import { clickView } from '../views';

export const get: INodePropertyOptions = {
	name: 'Get',
	value: 'get',
	action: 'Get a click',
	description: 'Get one click',
	routing: { request: { method: 'GET', url: '/short_link_requests/{clickId}' } },
};

const displayOptions = showFor('shortLinkRequest', 'get');

export const getFields: INodeProperties[] = [
	{ ...clickId, description: 'The click to get', displayOptions },
	simplify(clickView, displayOptions),
	{ ...options, displayOptions },
];
