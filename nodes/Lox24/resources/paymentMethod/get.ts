import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { options, showFor } from '../../../shared/input/fields';

export const get: INodePropertyOptions = {
	name: 'Get',
	value: 'get',
	action: 'Get the payment methods',
	description: 'Get the SEPA mandate and the stored cards of the account',
	routing: { request: { method: 'GET', url: '/payment-methods' } },
};

const displayOptions = showFor('paymentMethod', 'get');

export const getFields: INodeProperties[] = [{ ...options, displayOptions }];
