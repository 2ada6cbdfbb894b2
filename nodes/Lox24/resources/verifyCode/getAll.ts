import type { Operation } from '../../../shared/description/resource';
import { listFields, optionsWith } from '../../../shared/input/fields';
import { simplify } from '../../../shared/response/simplify';
import { keepCode, showCode } from '../../methods/keepCode';
import { verifyCodeView } from '../views';

export const getAll: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many verification codes and their delivery status',
	description: 'Get the one-time codes that were requested',
	routing: {
		request: { method: 'GET', url: '/verify_codes' },
		output: { postReceive: [keepCode] },
	},
	fields: [...listFields, simplify(verifyCodeView), optionsWith([showCode])],
};
