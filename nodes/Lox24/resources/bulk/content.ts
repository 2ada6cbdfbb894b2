import type { INodeProperties } from 'n8n-workflow';

import { inBody } from '../../../shared/input/fields';
import { notBlank, text } from '../../../shared/input/kind';
import { messageFields, sender } from '../message';
import { recipients } from './recipients';

/** What a bulk is made of; the same for sending and for the dry run. */
export const bulkContent: INodeProperties[] = [
	...recipients,
	sender,
	inBody(
		{
			displayName: 'Text',
			name: 'text',
			required: true,
			typeOptions: { rows: 4 },
			placeholder: 'e.g. We are open on Sunday from 10 to 16',
			description:
				'A template of up to 1785 characters; what becomes of it for each recipient may have 1530, or 670 if it has characters that GSM does not have. How columns A to E of a group are written in it is not documented by LOX24.',
		},
		'text',
		notBlank(text(1785)),
	),
	{
		displayName: 'Additional Fields',
		name: 'additionalFields',
		type: 'collection',
		placeholder: 'Add field',
		default: {},
		options: messageFields,
	},
];
