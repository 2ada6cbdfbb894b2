import { listFields, optionsWith } from '../../../shared/description/fields';
import type { Operation } from '../../../shared/description/resource';
import { simplify } from '../../../shared/description/simplify';
import { verifyCodeView } from '../../fields/views';
import { keepCode, showCode } from './keepCode';

export const getAll: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many verification codes and their delivery status',
	description: 'Get the requested one-time codes',
	routing: {
		request: { method: 'GET', url: '/verify_codes' },
		output: { postReceive: [keepCode] },
	},
	fields: [...listFields, simplify(verifyCodeView), optionsWith([showCode])],
};
