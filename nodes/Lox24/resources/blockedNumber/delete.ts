import { options } from '../../../shared/description/fields';
import type { Operation } from '../../../shared/description/resource';
import { blockedNumberId } from '../../fields/locators';

export const remove: Operation = {
	name: 'Delete',
	value: 'delete',
	action: 'Unblock a phone number',
	description: 'Unblock a number',
	routing: { request: { method: 'DELETE', url: '/blocked_numbers/{blockedNumberId}' } },
	fields: [{ ...blockedNumberId, description: 'The entry to delete' }, options],
};
