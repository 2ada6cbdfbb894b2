import type { Operation } from '../../../shared/description/resource';
import { options } from '../../../shared/input/fields';
import { shortCode } from '../locators';

export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get a short link',
	description: 'Get one short link',
	routing: { request: { method: 'GET', url: '/short_links/{shortCode}' } },
	fields: [{ ...shortCode, description: 'The short link to get' }, options],
};
