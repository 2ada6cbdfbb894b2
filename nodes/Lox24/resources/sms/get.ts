import type { Operation } from '../../../shared/description/resource';
import { options } from '../../../shared/input/fields';
import { simplify } from '../../../shared/response/simplify';
import { smsId } from '../locators';
import { smsView } from '../views';

export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get an SMS and its delivery status',
	description: 'Get one message with its status and delivery report',
	routing: { request: { method: 'GET', url: '/sms/{smsId}' } },
	fields: [{ ...smsId, description: 'The message to get' }, simplify(smsView), options],
};
