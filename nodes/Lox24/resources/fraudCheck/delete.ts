import { options } from '../../../shared/description/fields';
import type { Operation } from '../../../shared/description/resource';
import { fraudCheckId } from '../../fields/locators';

export const remove: Operation = {
	name: 'Delete',
	value: 'delete',
	action: 'Delete a fraud check',
	description: 'Delete a check with all its data',
	routing: { request: { method: 'DELETE', url: '/fraud-checks/{fraudCheckId}' } },
	fields: [{ ...fraudCheckId, description: 'The check to delete' }, options],
};
