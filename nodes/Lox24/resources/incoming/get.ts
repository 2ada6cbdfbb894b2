import { options } from '../../../shared/description/fields';
import type { Operation } from '../../../shared/description/resource';
import { incomingId } from '../../fields/locators';

export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get a received SMS',
	description: 'Get one received message',
	routing: { request: { method: 'GET', url: '/incomings/{incomingId}' } },
	fields: [{ ...incomingId, description: 'The message to get' }, options],
};
