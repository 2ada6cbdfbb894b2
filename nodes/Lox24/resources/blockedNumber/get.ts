import type { Operation } from '../../../shared/description/resource';
import { options } from '../../../shared/input/fields';
import { blockedNumberId } from '../locators';

export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get a blocked phone number',
	description: 'Get one blocked number',
	routing: { request: { method: 'GET', url: '/blocked_numbers/{blockedNumberId}' } },
	fields: [{ ...blockedNumberId, description: 'The entry to get' }, options],
};
