import { options } from '../../../shared/description/fields';
import type { Operation } from '../../../shared/description/resource';
import { bulkId } from '../../fields/locators';

export const remove: Operation = {
	name: 'Delete',
	value: 'delete',
	action: 'Delete the record of a bulk message',
	description:
		'Delete the record of a bulk. It also disappears from the itemised bill, so you cannot dispute the bill later.',
	routing: { request: { method: 'DELETE', url: '/bulks/{bulkId}' } },
	fields: [{ ...bulkId, description: 'The bulk to delete' }, options],
};
