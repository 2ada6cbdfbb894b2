import type { Operation } from '../../../shared/description/resource';
import { options } from '../../../shared/input/fields';
import { simplify } from '../../../shared/response/simplify';
import { invoiceId } from '../locators';
import { documentView } from '../views';

export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get an invoice',
	description: 'Get one invoice',
	routing: { request: { method: 'GET', url: '/invoices/{invoiceId}' } },
	fields: [{ ...invoiceId, description: 'The invoice to get' }, simplify(documentView), options],
};
