import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { options, showFor } from '../../../shared/input/fields';
import { preventDuplicates } from '../../methods/preventDuplicates';
import { smsContent } from './content';
import { simplifySent } from './simplifySent';

export const send: INodePropertyOptions = {
	name: 'Send',
	value: 'send',
	action: 'Send an SMS',
	description: 'Send a text or voice message to one number',
	routing: { request: { method: 'POST', url: '/sms' } },
};

const displayOptions = showFor('sms', 'send');

export const sendFields: INodeProperties[] = [
	{
		displayName:
			'With Retry On Fail, only messages that were not sent are sent again. If it is not known whether one was sent, the node looks it up first.',
		name: 'retryNotice',
		type: 'notice',
		default: '',
		displayOptions,
	},
	...smsContent(displayOptions),
	simplifySent(displayOptions),
	{
		...options,
		displayOptions,
		options: [
			...(options.options as INodeProperties[]),
			{
				displayName: 'Prevent Duplicates',
				name: 'preventDuplicates',
				type: 'boolean',
				default: true,
				description:
					'Whether to give the message a callback data of its own when it has none. If the connection is lost, the node looks the message up by it before it sends again.',
			},
		],
		routing: { send: { preSend: [preventDuplicates] } },
	},
];
