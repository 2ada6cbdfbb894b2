import { options } from '../../../shared/description/fields';
import type { Operation } from '../../../shared/description/resource';
import { simplify } from '../../../shared/description/simplify';
import { invoiceId } from '../../fields/locators';
import { documentView } from '../../fields/views';

export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get an invoice',
	description: 'Get one invoice',
	routing: { request: { method: 'GET', url: '/invoices/{invoiceId}' } },
	fields: [{ ...invoiceId, description: 'The invoice to get' }, simplify(documentView), options],
};
