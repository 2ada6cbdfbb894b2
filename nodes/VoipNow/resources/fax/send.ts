import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { sendOptions, showFor } from '../../../shared/input/fields';
import { checkFax, withFiles } from '../../methods/faxForm';
import { sentFax } from '../../methods/sentFax';
import { extension, userId } from '../extension';
import { retryNotice } from '../retryNotice';

export const send: INodePropertyOptions = {
	name: 'Send',
	value: 'send',
	action: 'Send a fax',
	description: 'Send files as a fax to one or more numbers',
	routing: {
		request: { method: 'POST', url: '/faxes/{userId}/{extension}' },
		output: { postReceive: [sentFax] },
	},
};

const displayOptions = showFor('fax', 'send');

export const sendFields: INodeProperties[] = [
	retryNotice({ one: 'A fax', many: 'faxes', done: 'sent' }, displayOptions),
	{ ...userId, description: 'On whose behalf the fax is sent', displayOptions },
	{
		...extension,
		description: 'Number of a phone terminal that may send faxes',
		displayOptions,
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
		displayOptions,
		routing: { send: { type: 'body', property: 'recipients' } },
	},
	{
		displayName: 'Input Binary Field',
		name: 'binaryPropertyName',
		type: 'string',
		required: true,
		default: 'data',
		placeholder: 'e.g. data',
		hint: 'The names of several fields can be given with commas between them',
		description: 'Fields of the input item that hold the files: JPG, TIF, PDF or TXT',
		displayOptions,
		routing: { send: { preSend: [checkFax, withFiles] } },
	},
	{ ...sendOptions, displayOptions },
];
