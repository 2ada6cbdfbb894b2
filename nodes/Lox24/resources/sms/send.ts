import { ifUnknown, optionsWith } from '../../../shared/description/fields';
import type { Operation } from '../../../shared/description/resource';
import { effect } from '../../../shared/request/marks';
import { unreadByModel } from '../../../shared/response/forModel';
import { messageOptions } from '../../fields/message';
import { smsContent } from './content';
import { preventDuplicates } from './preventDuplicates';
import { simplifySent } from './simplifySent';
import { skipSent } from './skipSent';

export const send: Operation = {
	name: 'Send',
	value: 'send',
	action: 'Send an SMS to a phone number',
	description: 'Send a text or voice message to one number',
	routing: {
		request: { method: 'POST', url: '/sms' },
		send: { preSend: [effect({ receivers: ({ phone }) => phone, costs: true })] },
		output: { postReceive: [unreadByModel('text')] },
	},
	fields: [
		{
			displayName:
				'With Retry On Fail, only messages that were not sent are sent again. If it is not known whether one was sent, the node looks it up, and leaves it if it is not found.',
			name: 'retryNotice',
			type: 'notice',
			default: '',
		},
		...smsContent,
		simplifySent,
		{
			...optionsWith([
				...messageOptions,
				ifUnknown,
				{
					displayName: 'Prevent Duplicates',
					name: 'preventDuplicates',
					type: 'boolean',
					default: true,
					description:
						'Whether to give the message a callback data of its own when it has none. If the connection is lost, the node looks the message up by it.',
				},
				{
					displayName: 'Skip If Already Sent',
					name: 'skipIfAlreadySent',
					type: 'boolean',
					default: false,
					description:
						'Whether to look up first which messages were sent before with the same Callback Data to the same number, in any execution, and not send them again. Needs Callback Data.',
				},
			]),
			routing: { send: { preSend: [preventDuplicates, skipSent] } },
		},
	],
};
