import { optionsWith } from '../../../shared/description/fields';
import type { Operation } from '../../../shared/description/resource';
import { kind } from '../../../shared/input/kind';
import { effect } from '../../../shared/request/marks';
import { blockableNumber, countryOption } from '../../fields/phoneNumber';

export const create: Operation = {
	name: 'Create',
	value: 'create',
	action: 'Block a phone number so that nothing is sent to it',
	description: 'Block a number so that it gets no messages',
	routing: {
		request: { method: 'POST', url: '/blocked_numbers' },
		send: { preSend: [effect({ receivers: ({ number }) => number })] },
	},
	fields: [
		{
			displayName: 'Number',
			name: 'number',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. +4915112345678',
			description: 'Number in international form; blanks, dashes and brackets are removed',
			routing: { send: { type: 'body', property: 'number', preSend: [kind(blockableNumber)] } },
		},
		optionsWith([countryOption]),
	],
};
