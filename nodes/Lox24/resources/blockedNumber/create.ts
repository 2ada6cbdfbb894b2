import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { effect } from '../../../shared/request/marks';
import { options, showFor } from '../../../shared/input/fields';
import { blockableNumber } from '../../methods/blockableNumber';

export const create: INodePropertyOptions = {
	name: 'Create',
	value: 'create',
	action: 'Create a blocked number',
	description: 'Block a number, so that nothing is sent to it',
	routing: {
		request: { method: 'POST', url: '/blocked_numbers' },
		send: { preSend: [effect({ receivers: ({ number }) => number })] },
	},
};

const displayOptions = showFor('blockedNumber', 'create');

export const createFields: INodeProperties[] = [
	{
		displayName: 'Number',
		name: 'number',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. +4915112345678',
		description: 'Number in international form; blanks, dashes and brackets are removed',
		displayOptions,
		routing: { send: { type: 'body', property: 'number', preSend: [blockableNumber] } },
	},
	{ ...options, displayOptions },
];
