import { options } from '../../../shared/description/fields';
import type { Operation } from '../../../shared/description/resource';
import { blockedNumberId } from '../../fields/locators';

export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get a blocked phone number',
	description: 'Get one blocked number',
	routing: { request: { method: 'GET', url: '/blocked_numbers/{blockedNumberId}' } },
	fields: [{ ...blockedNumberId, description: 'The entry to get' }, options],
};
