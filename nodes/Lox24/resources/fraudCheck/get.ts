import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { options, showFor } from '../../../shared/input/fields';
import { simplify } from '../../../shared/response/simplify';
import { fraudCheckId } from '../locators';
import { fraudCheckView } from '../views';

export const get: INodePropertyOptions = {
	name: 'Get',
	value: 'get',
	action: 'Get a fraud check',
	description: 'Get one check with its score',
	routing: { request: { method: 'GET', url: '/fraud-checks/{fraudCheckId}' } },
};

const displayOptions = showFor('fraudCheck', 'get');

export const getFields: INodeProperties[] = [
	{ ...fraudCheckId, description: 'The check to get', displayOptions },
	simplify(fraudCheckView, displayOptions),
	{ ...options, displayOptions },
];
