import { options } from '../../../shared/description/fields';
import type { Operation } from '../../../shared/description/resource';
import { smsId } from '../../fields/locators';

export const remove: Operation = {
	name: 'Delete',
	value: 'delete',
	action: 'Delete the record of an SMS',
	description:
		'Delete the record of one message. It disappears from the itemised bill as well, so the bill cannot be questioned afterwards.',
	routing: { request: { method: 'DELETE', url: '/sms/{smsId}' } },
	fields: [{ ...smsId, description: 'The message to delete' }, options],
};
