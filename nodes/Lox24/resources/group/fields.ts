import type { INodeProperties } from 'n8n-workflow';

import { bodyText } from '../../../shared/input/fields';

/** What a group has beside its name. */
export const groupFields: INodeProperties[] = [
	...['a', 'b', 'c', 'd', 'e'].map((letter) =>
		bodyText(
			{
				displayName: `Title of Column ${letter.toUpperCase()}`,
				name: `name${letter.toUpperCase()}`,
				description: 'What the column holds, such as "Last name"; up to 50 characters',
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
];
