import type { Operation } from '../../../shared/description/resource';
import { optionsWith } from '../../../shared/input/fields';
import { simplify } from '../../../shared/response/simplify';
import { keepCode, showCode } from '../../methods/keepCode';
import { verifyCodeId } from '../locators';
import { verifyCodeView } from '../views';

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
