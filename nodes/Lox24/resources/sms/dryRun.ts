import { optionsWith } from '../../../shared/description/fields';
import type { Operation } from '../../../shared/description/resource';
import { messageOptions } from '../../fields/message';
import { smsContent } from './content';
import { simplifySent } from './simplifySent';

export const dryRun: Operation = {
	name: 'Dry Run',
	value: 'dryRun',
	action: 'Check the price of an SMS without sending it',
	description: 'Check a message and get its price; nothing is sent or stored, but webhooks fire',
	routing: { request: { method: 'POST', url: '/sms/dryrun' } },
	fields: [...smsContent, simplifySent, optionsWith(messageOptions)],
};
