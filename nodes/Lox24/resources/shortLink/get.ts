import { options } from '../../../shared/description/fields';
import type { Operation } from '../../../shared/description/resource';
import { shortCode } from '../../fields/locators';

export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get a short link',
	description: 'Get one short link',
	routing: { request: { method: 'GET', url: '/short_links/{shortCode}' } },
	fields: [{ ...shortCode, description: 'The short link to get' }, options],
};
