import type { Operation } from '../../../shared/description/resource';
import { options } from '../../../shared/input/fields';
import { simplify } from '../../../shared/response/simplify';
import { fraudCheckId } from '../locators';
import { fraudCheckView } from '../views';

export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get the result of a fraud check',
	description: 'Get one check with its score',
	routing: { request: { method: 'GET', url: '/fraud-checks/{fraudCheckId}' } },
	fields: [{ ...fraudCheckId, description: 'The check to get' }, simplify(fraudCheckView), options],
};
