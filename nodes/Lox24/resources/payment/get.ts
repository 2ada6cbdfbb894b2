import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { options, showFor } from '../../../shared/input/fields';
import { simplify } from '../../../shared/response/simplify';
import { paymentId } from '../locators';
import { paymentView } from '../views';

export const get: INodePropertyOptions = {
	name: 'Get',
	value: 'get',
	action: 'Get a payment',
	description: 'Get one payment',
	routing: { request: { method: 'GET', url: '/payments/{paymentId}' } },
};

const displayOptions = showFor('payment', 'get');

export const getFields: INodeProperties[] = [
	{ ...paymentId, description: 'The payment to get', displayOptions },
	simplify(paymentView, displayOptions),
	{ ...options, displayOptions },
];
