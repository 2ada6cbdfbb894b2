import type { Operation } from '../../../shared/description/resource';
import { options } from '../../../shared/input/fields';
import { simplify } from '../../../shared/response/simplify';
import { bulkId } from '../locators';
import { bulkView } from '../views';

export const getStatus: Operation = {
	name: 'Get Status',
	value: 'getStatus',
	action: 'Get the progress of a bulk message',
	description: 'Get the short form of a bulk, to wait until it is processed',
	routing: { request: { method: 'GET', url: '/bulks/{bulkId}/status' } },
	fields: [{ ...bulkId, description: 'The bulk to ask for' }, simplify(bulkView), options],
};
