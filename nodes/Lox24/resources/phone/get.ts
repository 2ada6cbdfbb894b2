import type { Operation } from '../../../shared/description/resource';
import { options } from '../../../shared/input/fields';
import { simplify } from '../../../shared/response/simplify';
import { phoneId } from '../locators';
import { phoneView } from '../views';

export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get a phone number in a contact group',
	description: 'Get one entry of a contact group',
	routing: { request: { method: 'GET', url: '/phones/{phoneId}' } },
	fields: [{ ...phoneId, description: 'The entry to get' }, simplify(phoneView), options],
};
