import { sendOptions } from '../../../shared/description/fields';
import type { Operation } from '../../../shared/description/resource';
import { kind, listOf } from '../../../shared/input/kind';
import { extension, userId } from '../../fields/extension';
import { retryNotice } from '../../fields/retryNotice';
import { callNumber } from '../phoneCall/numbers';
import { checkFax, withFiles } from './form';
import { sentFax } from './sent';

export const send: Operation = {
	name: 'Send',
	value: 'send',
	action: 'Send a fax to one or more numbers',
	description: 'Send files as a fax to one or more numbers',
	routing: {
		request: { method: 'POST', url: '/faxes/{userId}/{extension}' },
		output: { postReceive: [sentFax] },
	},
	fields: [
		retryNotice({ many: 'faxes', done: 'sent' }),
		{ ...userId, description: 'On whose behalf the fax is sent' },
		{
			...extension,
			description: 'Number of a phone terminal with permission to send faxes',
		},
		{
			displayName: 'Recipients',
			name: 'recipients',
			type: 'string',
			typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Recipient' },
			required: true,
			default: [],
			placeholder: 'e.g. +15551234567',
			description: 'Extensions or phone numbers; VoipNow allows five by default',
			routing: {
				send: { type: 'body', property: 'recipients', preSend: [kind(listOf(callNumber))] },
			},
		},
		{
			displayName: 'Input Binary Field',
			name: 'binaryPropertyName',
			type: 'string',
			required: true,
			default: 'data',
			placeholder: 'e.g. data',
			hint: 'Separate the names of several fields with commas',
			description: 'Fields of the input item that hold the files: JPG, TIF, PDF or TXT',
			routing: { send: { preSend: [checkFax, withFiles] } },
		},
		sendOptions,
	],
};
