import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { listFields, options, showFor } from '../../../shared/input/fields';
import { simplify } from '../../../shared/response/simplify';
import { verifyCodeView } from '../views';

export const getAll: INodePropertyOptions = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many verify codes',
	description: 'Get the one-time codes that were requested',
	routing: { request: { method: 'GET', url: '/verify_codes' } },
};

const displayOptions = showFor('verifyCode', 'getAll');

export const getAllFields: INodeProperties[] = [
	...listFields(displayOptions),
	simplify(verifyCodeView, displayOptions),
	{ ...options, displayOptions },
];
