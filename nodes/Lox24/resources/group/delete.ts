import { options } from '../../../shared/description/fields';
import type { Operation } from '../../../shared/description/resource';
import { groupId } from '../../fields/locators';

export const remove: Operation = {
	name: 'Delete',
	value: 'delete',
	action: 'Delete a contact group and all its phone numbers',
	description: 'Delete a contact group with all its entries',
	routing: { request: { method: 'DELETE', url: '/groups/{groupId}' } },
	fields: [{ ...groupId, description: 'The group to delete' }, options],
};
