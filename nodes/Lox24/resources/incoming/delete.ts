import { options } from '../../../shared/description/fields';
import type { Operation } from '../../../shared/description/resource';
import { incomingId } from '../../fields/locators';

export const remove: Operation = {
	name: 'Delete',
	value: 'delete',
	action: 'Delete a received SMS',
	description: 'Delete one received message',
	routing: { request: { method: 'DELETE', url: '/incomings/{incomingId}' } },
	fields: [{ ...incomingId, description: 'The message to delete' }, options],
};
