import { options } from '../../../shared/description/fields';
import type { Operation } from '../../../shared/description/resource';

export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get the stored payment methods',
	description: 'Get the SEPA mandate and the stored cards of the account',
	routing: { request: { method: 'GET', url: '/payment-methods' } },
	fields: [options],
};
