import type { Operation } from '../../../shared/description/resource';
import { options } from '../../../shared/input/fields';
import { simplify } from '../../../shared/response/simplify';
import { paymentId } from '../locators';
import { paymentView } from '../views';

export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get a payment to the account',
	description: 'Get one payment',
	routing: { request: { method: 'GET', url: '/payments/{paymentId}' } },
	fields: [{ ...paymentId, description: 'The payment to get' }, simplify(paymentView), options],
};
