import { listFields, options } from '../../../shared/description/fields';
import type { Operation } from '../../../shared/description/resource';
import { simplify } from '../../../shared/description/simplify';
import { JSON_LD } from '../../api/jsonLd';
import { groupId } from '../../fields/locators';
import { phoneView } from '../../fields/views';

export const getAll: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many phone numbers in a contact group',
	description: 'Get the entries of a contact group',
	routing: {
		request: { method: 'GET', url: '/groups/{groupId}/phones', headers: { Accept: JSON_LD } },
	},
	fields: [
		{ ...groupId, description: 'The contact group whose entries to get' },
		...listFields,
		simplify(phoneView),
		options,
	],
};
