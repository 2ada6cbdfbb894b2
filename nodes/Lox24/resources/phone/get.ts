import { options } from '../../../shared/description/fields';
import type { Operation } from '../../../shared/description/resource';
import { simplify } from '../../../shared/description/simplify';
import { phoneId } from '../../fields/locators';
import { phoneView } from '../../fields/views';

export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get a phone number in a contact group',
	description: 'Get one entry of a contact group',
	routing: { request: { method: 'GET', url: '/phones/{phoneId}' } },
	fields: [{ ...phoneId, description: 'The entry to get' }, simplify(phoneView), options],
};
