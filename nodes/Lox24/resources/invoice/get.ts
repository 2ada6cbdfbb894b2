import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { options, showFor } from '../../../shared/input/fields';
import { simplify } from '../../../shared/response/simplify';
import { invoiceId } from '../locators';
import { documentView } from '../views';

export const get: INodePropertyOptions = {
	name: 'Get',
	value: 'get',
	action: 'Get an invoice',
	description: 'Get one invoice',
	routing: { request: { method: 'GET', url: '/invoices/{invoiceId}' } },
};

const displayOptions = showFor('invoice', 'get');

export const getFields: INodeProperties[] = [
	{ ...invoiceId, description: 'The invoice to get', displayOptions },
	simplify(documentView, displayOptions),
	{ ...options, displayOptions },
];
