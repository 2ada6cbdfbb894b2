import { options } from '../../../shared/description/fields';
import type { Operation } from '../../../shared/description/resource';
import { bulkId } from '../../fields/locators';

export const remove: Operation = {
	name: 'Delete',
	value: 'delete',
	action: 'Delete the record of a bulk message',
	description:
		'Delete the record of a bulk. It disappears from the itemised bill as well, so the bill cannot be questioned afterwards.',
	routing: { request: { method: 'DELETE', url: '/bulks/{bulkId}' } },
	fields: [{ ...bulkId, description: 'The bulk to delete' }, options],
};
