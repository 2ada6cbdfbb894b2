import { options } from '../../../shared/description/fields';
import type { Operation } from '../../../shared/description/resource';
import { simplify } from '../../../shared/description/simplify';
import { smsId } from '../../fields/locators';
import { smsView } from '../../fields/views';

export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get an SMS and its delivery status',
	description: 'Get one message with its status and delivery report',
	routing: { request: { method: 'GET', url: '/sms/{smsId}' } },
	fields: [{ ...smsId, description: 'The message to get' }, simplify(smsView), options],
};
