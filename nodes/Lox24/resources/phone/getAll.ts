import type { Operation } from '../../../shared/description/resource';
import { listFields, options } from '../../../shared/input/fields';
import { JSON_LD } from '../../api/jsonLd';
import { simplify } from '../../../shared/response/simplify';
import { groupId } from '../locators';
import { phoneView } from '../views';

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
