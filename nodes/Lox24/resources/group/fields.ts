import type { INodeProperties } from 'n8n-workflow';

import { bodyText } from '../../../shared/description/fields';
import { kind, structure } from '../../../shared/input/kind';
import { entryFields } from '../phone/columns';
import { firstPhones, removalTime } from './groupInput';

/** What a group has beside its name. */
export const groupFields: INodeProperties[] = [
	...['a', 'b', 'c', 'd', 'e'].map((letter) =>
		bodyText(
			{
				displayName: `Title of Column ${letter.toUpperCase()}`,
				name: `name${letter.toUpperCase()}`,
				description:
					'What the column contains, such as "Last name"; up to 50 characters. In the text of a bulk, [Last name] stands for it.',
			},
			`name_${letter}`,
			50,
		),
	),
	bodyText(
		{
			displayName: 'Description',
			name: 'description',
			description: 'What the group is for, up to 255 characters',
		},
		'description',
		255,
	),
	{
		displayName: 'Delete At',
		name: 'deletedAt',
		type: 'dateTime',
		default: '',
		description: 'When LOX24 removes the group automatically',
		routing: { send: { type: 'body', property: 'deleted_at', preSend: [kind(removalTime)] } },
	},
];

/**
 * The entries a new group begins with. Not offered for changing one: whether its entries would be
 * replaced by these is not documented, and Create Batch of Phone adds to them.
 */
export const groupPhones: INodeProperties = {
	displayName: 'Phones',
	name: 'phones',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add Phone',
	default: {},
	description:
		'The first entries of the group. For many entries, or for a result for each, use Phone: Create Batch.',
	options: [{ displayName: 'Entries', name: 'entries', values: entryFields }],
	routing: { send: { type: 'body', property: 'phones', preSend: [kind(structure), firstPhones] } },
};
