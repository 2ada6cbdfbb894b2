import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { bodyText, options, showFor } from '../../../shared/fields';
import { messageFields, sender } from '../message';
import { recipients } from './recipients';

export const dryRun: INodePropertyOptions = {
	name: 'Dry Run',
	value: 'dryRun',
	action: 'Check a bulk without sending',
	description:
		'Check a bulk and get its price; nothing is sent. The address of this endpoint is inferred from the one for SMS.',
	routing: { request: { method: 'POST', url: '/bulks/dryrun' } },
};

const displayOptions = showFor('bulk', 'dryRun');

export const dryRunFields: INodeProperties[] = [
	...recipients(displayOptions),
	{ ...sender, displayOptions },
	bodyText(
		{
			displayName: 'Text',
			name: 'text',
			required: true,
			typeOptions: { rows: 4 },
			description:
				'A template of up to 1785 characters; what becomes of it for each recipient may have 1530, or 670 if it has characters that GSM does not have',
			displayOptions,
		},
		'text',
		1785,
	),
	{
		displayName: 'Additional Fields',
		name: 'additionalFields',
		type: 'collection',
		placeholder: 'Add field',
		default: {},
		displayOptions,
		options: messageFields,
	},
	{ ...options, displayOptions },
];
