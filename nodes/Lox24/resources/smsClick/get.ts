import { options } from '../../../shared/description/fields';
import type { Operation } from '../../../shared/description/resource';
import { smsId } from '../../fields/locators';

export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get how often the link in an SMS was clicked',
	description: 'Get how often the short link in a message was clicked, for advanced campaigns',
	routing: { request: { method: 'GET', url: '/sms/{smsId}/clicks' } },
	fields: [{ ...smsId, description: 'The message with the short link' }, options],
};
