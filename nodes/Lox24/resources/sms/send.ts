import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { bodyText, options, showFor } from '../../../shared/fields';
import { withMessageParts } from '../../methods/messageParts';
import { preventDuplicates } from '../../methods/preventDuplicates';
import { messageFields, sender } from '../message';
import { recipient } from '../phoneNumber';

export const send: INodePropertyOptions = {
	name: 'Send',
	value: 'send',
	action: 'Send an SMS',
	description: 'Send a text or voice message to one number',
	routing: {
		request: { method: 'POST', url: '/sms' },
		output: { postReceive: [withMessageParts] },
	},
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
	{ ...sender, displayOptions },
	{ ...recipient, displayOptions },
	bodyText(
		{
			displayName: 'Text',
			name: 'text',
			required: true,
			typeOptions: { rows: 4 },
			description:
				'Up to 1530 characters of the GSM alphabet, or 670 if it has others such as emoji; more than 160 (70) are sent in parts of 153 (67), each charged',
			displayOptions,
		},
		'text',
		1530,
	),
	{
		displayName: 'Additional Fields',
		name: 'additionalFields',
		type: 'collection',
		placeholder: 'Add field',
		default: {},
		displayOptions,
		options: [
			bodyText(
				{
					displayName: 'Callback Data',
					name: 'callbackData',
					description:
						'Comes back with every notification about the message, such as the ID in your own system; up to 36 characters',
				},
				'callback_data',
				36,
			),
			...messageFields,
		],
	},
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
