import { options } from '../../../shared/description/fields';
import type { Operation } from '../../../shared/description/resource';
import { simplify } from '../../../shared/description/simplify';
import { paymentId } from '../../fields/locators';
import { paymentView } from '../../fields/views';

export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get a payment to the account',
	description: 'Get one payment',
	routing: { request: { method: 'GET', url: '/payments/{paymentId}' } },
	fields: [{ ...paymentId, description: 'The payment to get' }, simplify(paymentView), options],
};
