import { options } from '../../../shared/description/fields';
import type { Operation } from '../../../shared/description/resource';
import { simplify } from '../../../shared/description/simplify';
import { fraudCheckId } from '../../fields/locators';
import { fraudCheckView } from '../../fields/views';

export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get the result of a fraud check',
	description: 'Get one check with its score',
	routing: { request: { method: 'GET', url: '/fraud-checks/{fraudCheckId}' } },
	fields: [{ ...fraudCheckId, description: 'The check to get' }, simplify(fraudCheckView), options],
};
