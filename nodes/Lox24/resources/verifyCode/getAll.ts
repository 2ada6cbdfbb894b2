import type { Operation } from '../../../shared/description/resource';
import { listFields, options } from '../../../shared/input/fields';
import { simplify } from '../../../shared/response/simplify';
import { verifyCodeView } from '../views';

export const getAll: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many verification codes and their delivery status',
	description: 'Get the one-time codes that were requested',
	routing: { request: { method: 'GET', url: '/verify_codes' } },
	fields: [...listFields, simplify(verifyCodeView), options],
};
