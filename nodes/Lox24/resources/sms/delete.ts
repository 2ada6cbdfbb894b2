import { options } from '../../../shared/description/fields';
import type { Operation } from '../../../shared/description/resource';
import { smsId } from '../../fields/locators';

export const remove: Operation = {
	name: 'Delete',
	value: 'delete',
	action: 'Delete the record of an SMS',
	description:
		'Delete the record of one message. It also disappears from the itemised bill, so you cannot dispute the bill later.',
	routing: { request: { method: 'DELETE', url: '/sms/{smsId}' } },
	fields: [{ ...smsId, description: 'The message to delete' }, options],
};
