import type { Operation } from '../../../shared/description/resource';
import { options } from '../../../shared/input/fields';
import { blockedNumberId } from '../locators';

export const remove: Operation = {
	name: 'Delete',
	value: 'delete',
	action: 'Unblock a phone number',
	description: 'Unblock a number',
	routing: { request: { method: 'DELETE', url: '/blocked_numbers/{blockedNumberId}' } },
	fields: [{ ...blockedNumberId, description: 'The entry to delete' }, options],
};
