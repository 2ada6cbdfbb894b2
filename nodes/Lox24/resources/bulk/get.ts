import type { Operation } from '../../../shared/description/resource';
import { options } from '../../../shared/input/fields';
import { simplify } from '../../../shared/response/simplify';
import { bulkId } from '../locators';
import { bulkView } from '../views';

export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get a bulk message',
	description: 'Get one bulk with all its fields',
	routing: { request: { method: 'GET', url: '/bulks/{bulkId}' } },
	fields: [{ ...bulkId, description: 'The bulk to get' }, simplify(bulkView), options],
};
