import type { Operation } from '../../../shared/description/resource';
import { options } from '../../../shared/input/fields';
import { phoneId } from '../locators';

export const remove: Operation = {
	name: 'Delete',
	value: 'delete',
	action: 'Delete a phone number from a contact group',
	description: 'Delete one entry of a contact group',
	routing: { request: { method: 'DELETE', url: '/phones/{phoneId}' } },
	fields: [{ ...phoneId, description: 'The entry to delete' }, options],
};
