import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { bodyText, options, showFor } from '../../../shared/fields';
import { withMessageParts } from '../../methods/messageParts';
import { messageFields, sender } from '../message';
import { recipient } from '../phoneNumber';

export const dryRun: INodePropertyOptions = {
	name: 'Dry Run',
	value: 'dryRun',
	action: 'Check an SMS without sending',
	description: 'Check a message and get its price; nothing is sent or stored, but webhooks fire',
	routing: {
		request: { method: 'POST', url: '/sms/dryrun' },
		output: { postReceive: [withMessageParts] },
	},
};

const displayOptions = showFor('sms', 'dryRun');

export const dryRunFields: INodeProperties[] = [
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
	{ ...options, displayOptions },
];
