import { clearEmptyFields, optionsWith, updateFields } from '../../../shared/description/fields';
import type { Operation } from '../../../shared/description/resource';
import { phoneId } from '../../fields/locators';
import { countryOption } from '../../fields/phoneNumber';
import { columnFields, phoneNumber } from './columns';

export const update: Operation = {
	name: 'Update',
	value: 'update',
	action: 'Change a phone number in a contact group',
	description: 'Change the number or the columns of an entry in a contact group',
	routing: { request: { method: 'PUT', url: '/phones/{phoneId}' } },
	fields: [
		{ ...phoneId, description: 'The entry to change' },
		phoneNumber(
			'Number of the entry. LOX24 requires it even if only a column changes. Any text up to 30 characters, sent as given.',
		),
		{
			...updateFields(columnFields),
			description: 'Set all columns of the entry: LOX24 may clear those you leave out',
		},
		optionsWith([clearEmptyFields, countryOption]),
	],
};
