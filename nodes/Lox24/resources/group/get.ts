import type { Operation } from '../../../shared/description/resource';
import { options } from '../../../shared/input/fields';
import { groupId } from '../locators';

export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get a contact group and its column titles',
	description: 'Get one contact group with its column titles',
	routing: { request: { method: 'GET', url: '/groups/{groupId}' } },
	fields: [{ ...groupId, description: 'The group to get' }, options],
};
