import { optionsWith } from '../../../shared/description/fields';
import type { Operation } from '../../../shared/description/resource';
import { simplify } from '../../../shared/description/simplify';
import { verifyCodeId } from '../../fields/locators';
import { verifyCodeView } from '../../fields/views';
import { keepCode, showCode } from './keepCode';

export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get the delivery status of a verification code',
	description: 'Get the state and the history of a one-time code',
	routing: {
		request: { method: 'GET', url: '/verify_codes/{verifyCodeId}' },
		output: { postReceive: [keepCode] },
	},
	fields: [
		{ ...verifyCodeId, description: 'The request to get' },
		simplify(verifyCodeView),
		optionsWith([showCode]),
	],
};
