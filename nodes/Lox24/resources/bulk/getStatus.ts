import { options } from '../../../shared/description/fields';
import type { Operation } from '../../../shared/description/resource';
import { simplify } from '../../../shared/description/simplify';
import { bulkId } from '../../fields/locators';
import { bulkView } from '../../fields/views';

export const getStatus: Operation = {
	name: 'Get Status',
	value: 'getStatus',
	action: 'Get the progress of a bulk message',
	description: 'Get the short form of a bulk, to wait until it is processed',
	routing: { request: { method: 'GET', url: '/bulks/{bulkId}/status' } },
	fields: [{ ...bulkId, description: 'The bulk to check' }, simplify(bulkView), options],
};
