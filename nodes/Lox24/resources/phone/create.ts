import { additionalFields, optionsWith } from '../../../shared/description/fields';
import type { Operation } from '../../../shared/description/resource';
import { effect } from '../../../shared/request/marks';
import { groupId } from '../../fields/locators';
import { countryOption } from '../../fields/phoneNumber';
import { columnFields, phoneNumber } from './columns';

export const create: Operation = {
	name: 'Create',
	value: 'create',
	action: 'Add a phone number to a contact group',
	description: 'Add one entry to a contact group',
	routing: {
		request: { method: 'POST', url: '/groups/{groupId}/phones' },
		send: { preSend: [effect({ receivers: ({ phone }) => phone })] },
	},
	fields: [
		{ ...groupId, description: 'The contact group to add it to' },
		phoneNumber('Number of the entry. Any text up to 30 characters, sent as given.'),
		additionalFields(columnFields),
		optionsWith([countryOption]),
	],
};
