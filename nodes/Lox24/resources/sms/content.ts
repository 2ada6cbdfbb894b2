import type { INodeProperties } from 'n8n-workflow';

import { additionalFields, inBody } from '../../../shared/description/fields';
import { callbackData, messageFields, sender } from '../../fields/message';
import { recipient } from '../../fields/phoneNumber';
import { messageText } from './messageParts';

/** What a message is made of; the same for sending and for the dry run. */
export const smsContent: INodeProperties[] = [
	sender,
	recipient,
	inBody(
		{
			displayName: 'Text',
			name: 'text',
			required: true,
			typeOptions: { rows: 4 },
			placeholder: 'e.g. Your order is on its way',
			description:
				'Up to 1530 characters of the GSM alphabet, or 670 with others such as emoji; more than 160 (70) are sent in parts of 153 (67), each charged. [slink eGxoGRMq] becomes a short link of the campaign with this ID.',
		},
		'text',
		messageText,
	),
	additionalFields([callbackData, ...messageFields]),
];
