import { listFields, options } from '../../../shared/description/fields';
import type { Operation } from '../../../shared/description/resource';
import { JSON_LD } from '../../api/jsonLd';

export const getAll: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many contact groups',
	description: 'Get the contact groups',
	routing: { request: { method: 'GET', url: '/groups', headers: { Accept: JSON_LD } } },
	fields: [...listFields, options],
};
