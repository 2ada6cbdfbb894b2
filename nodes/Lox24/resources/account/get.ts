import { options } from '../../../shared/description/fields';
import type { Operation } from '../../../shared/description/resource';

export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get the account balance and services',
	description: "Get the account's profile: balance, currency and services",
	routing: { request: { method: 'GET', url: '/me' } },
	fields: [options],
};
