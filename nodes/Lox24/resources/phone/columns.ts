import type { INodeProperties } from 'n8n-workflow';

import { bodyText, inBody } from '../../../shared/description/fields';
import { contactNumber } from '../../fields/phoneNumber';

/** One free column of a contact group. */
type Column = Pick<INodeProperties, 'displayName' | 'name' | 'description' | 'placeholder'> & {
	wireName: string;
	maxLength: number;
};

/**
 * Characters LOX24 takes for the number of a group entry; any text is allowed (docs/api/lox24.md,
 * "Field rules").
 */
export const PHONE_MAX_LENGTH = 30;

/** What an entry of a contact group holds beside its number, in the order of the API's page. */
export const columns: Column[] = [
	...['a', 'b', 'c', 'd', 'e'].map((letter) => ({
		displayName: `Column ${letter.toUpperCase()}`,
		name: letter,
		wireName: letter,
		description: `Value of column ${letter.toUpperCase()}, up to 1530 characters, sent as given`,
		maxLength: 1530,
	})),
	{
		displayName: 'Callback Data',
		name: 'callbackData',
		wireName: 'callback_data',
		placeholder: 'e.g. customer-4711',
		description:
			'Returned with every notification about messages to this entry, such as the ID in your own system; up to 36 characters',
		maxLength: 36,
	},
];

/** The columns as fields of a body. */
export const columnFields = columns.map(({ wireName, maxLength, ...field }) =>
	bodyText(field, wireName, maxLength),
);

/** An entry as one of a list of fields, which `batch/phoneRows` reads. */
export const entryFields: INodeProperties[] = [
	{
		displayName: 'Phone Number',
		name: 'phone',
		type: 'string',
		default: '',
		placeholder: 'e.g. +93701234567',
		description: 'Any text up to 30 characters, sent as given',
	},
	...columns.map(({ displayName, name, description, placeholder }): INodeProperties => ({
		displayName,
		name,
		type: 'string',
		default: '',
		...(placeholder ? { placeholder } : {}),
		description,
	})),
];

/** The number of an entry. */
export function phoneNumber(description: string): INodeProperties {
	return inBody(
		{
			displayName: 'Phone Number',
			name: 'phone',
			required: true,
			placeholder: 'e.g. +93701234567',
			description,
		},
		'phone',
		contactNumber(PHONE_MAX_LENGTH),
	);
}
