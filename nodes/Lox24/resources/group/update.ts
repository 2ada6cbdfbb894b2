import {
	bodyText,
	clearEmptyFields,
	optionsWith,
	updateFields,
} from '../../../shared/description/fields';
import type { Operation } from '../../../shared/description/resource';
import { groupId } from '../../fields/locators';
import { groupFields } from './fields';

export const update: Operation = {
	name: 'Update',
	value: 'update',
	action: 'Change the name or columns of a contact group',
	description: 'Change name, description or column titles of a contact group',
	routing: { request: { method: 'PUT', url: '/groups/{groupId}' } },
	fields: [
		{ ...groupId, description: 'The group to change' },
		bodyText(
			{
				displayName: 'Name',
				name: 'name',
				required: true,
				placeholder: 'e.g. Newsletter',
				description: 'Up to 50 characters. LOX24 requires it even if only a title changes.',
			},
			'name',
			50,
		),
		updateFields(groupFields),
		optionsWith([clearEmptyFields]),
	],
};
