import { options } from '../../../shared/description/fields';
import type { Operation } from '../../../shared/description/resource';
import { simplify } from '../../../shared/description/simplify';
import { bulkId } from '../../fields/locators';
import { bulkView } from '../../fields/views';

export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get a bulk message',
	description: 'Get one bulk with all its fields',
	routing: { request: { method: 'GET', url: '/bulks/{bulkId}' } },
	fields: [{ ...bulkId, description: 'The bulk to get' }, simplify(bulkView), options],
};
