import type { Operation } from '../../../shared/description/resource';
import { options } from '../../../shared/input/fields';
import { simplify } from '../../../shared/response/simplify';
import { clickId } from '../locators';
import { clickView } from '../views';

export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get one click on a short link',
	description: 'Get one click',
	routing: { request: { method: 'GET', url: '/short_link_requests/{clickId}' } },
	fields: [{ ...clickId, description: 'The click to get' }, simplify(clickView), options],
};
