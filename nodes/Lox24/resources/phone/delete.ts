import { options } from '../../../shared/description/fields';
import type { Operation } from '../../../shared/description/resource';
import { phoneId } from '../../fields/locators';

export const remove: Operation = {
	name: 'Delete',
	value: 'delete',
	action: 'Delete a phone number from a contact group',
	description: 'Delete one entry of a contact group',
	routing: { request: { method: 'DELETE', url: '/phones/{phoneId}' } },
	fields: [{ ...phoneId, description: 'The entry to delete' }, options],
};
