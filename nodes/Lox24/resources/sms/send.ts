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
				'Retry On Fail sends only messages that were certainly not sent. If it is unknown whether one was sent, the node looks it up, and does not send it again if it is not found.',
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
						'Whether to give the message its own callback data if it has none. The node uses it to look the message up if the connection is lost, and in n8n 2.41 when you retry after a crash.',
				},
				{
					displayName: 'Skip If Already Sent',
					name: 'skipIfAlreadySent',
					type: 'boolean',
					default: false,
					description:
						'Whether to first look up messages with the same Callback Data to the same number, from any execution, and not send them again. Needs Callback Data.',
				},
			]),
			routing: { send: { preSend: [preventDuplicates, skipSent] } },
		},
	],
};
