import { options } from '../../../shared/description/fields';
import type { Operation } from '../../../shared/description/resource';
import { groupId } from '../../fields/locators';

export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get a contact group and its column titles',
	description: 'Get one contact group with its column titles',
	routing: { request: { method: 'GET', url: '/groups/{groupId}' } },
	fields: [{ ...groupId, description: 'The group to get' }, options],
};
