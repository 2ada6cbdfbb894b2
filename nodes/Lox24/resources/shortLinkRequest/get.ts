import { options } from '../../../shared/description/fields';
import type { Operation } from '../../../shared/description/resource';
import { simplify } from '../../../shared/description/simplify';
import { clickId } from '../../fields/locators';
import { clickView } from '../../fields/views';

export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get one click on a short link',
	description: 'Get one click',
	routing: { request: { method: 'GET', url: '/short_link_requests/{clickId}' } },
	fields: [{ ...clickId, description: 'The click to get' }, simplify(clickView), options],
};
