import { additionalFields, bodyText, optionsWith } from '../../../shared/description/fields';
import type { Operation } from '../../../shared/description/resource';
import { countryOption } from '../../fields/phoneNumber';
import { groupFields, groupPhones } from './fields';

export const create: Operation = {
	name: 'Create',
	value: 'create',
	action: 'Create a contact group',
	description: 'Create a contact group',
	routing: { request: { method: 'POST', url: '/groups' } },
	fields: [
		bodyText(
			{
				displayName: 'Name',
				name: 'name',
				required: true,
				placeholder: 'e.g. Newsletter',
				description: 'Up to 50 characters',
			},
			'name',
			50,
		),
		additionalFields([...groupFields, groupPhones]),
		optionsWith([countryOption]),
	],
};
