import type { INodeProperties } from 'n8n-workflow';

import { additionalFields, inBody } from '../../../shared/description/fields';
import { notBlank, text } from '../../../shared/input/kind';
import { messageFields, sender } from '../../fields/message';
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
			hint: 'Columns: [Title of the column]. Short links: [slink ID of the campaign].',
			placeholder: 'e.g. Dear [Name], we are open on Sunday from 10 to 16',
			description:
				"A template of up to 1785 characters. The title of a column in square brackets, such as [Last name], becomes each entry's value in that column; [slink eGxoGRMq] becomes a short link of the campaign with this ID. Each recipient's text may have 1530 characters, or 670 if some are not in the GSM alphabet.",
		},
		'text',
		notBlank(text(1785)),
	),
	additionalFields(messageFields),
];
