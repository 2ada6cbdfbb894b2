import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { options, showFor } from '../../../shared/input/fields';
import { simplify } from '../../../shared/response/simplify';
import { verifyCodeId } from '../locators';
import { verifyCodeView } from '../views';

export const get: INodePropertyOptions = {
	name: 'Get',
	value: 'get',
	action: 'Get a verify code',
	description: 'Get the state and the history of a one-time code',
	routing: { request: { method: 'GET', url: '/verify_codes/{verifyCodeId}' } },
};

const displayOptions = showFor('verifyCode', 'get');

export const getFields: INodeProperties[] = [
	{ ...verifyCodeId, description: 'The request to get', displayOptions },
	simplify(verifyCodeView, displayOptions),
	{ ...options, displayOptions },
];
