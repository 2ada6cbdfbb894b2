import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { bodyValue, sendOptions, showFor } from '../../../shared/input/fields';
import { simplify } from '../../../shared/response/simplify';
import { requireSubject } from '../../methods/requireSubject';
import { fraudCheckView } from '../views';
import { fraudCheckFields, fraudCheckServices } from './fields';
import { effect } from '../../../shared/request/marks';

export const create: INodePropertyOptions = {
	name: 'Create',
	value: 'create',
	action: 'Create a fraud check',
	description:
		'Get a risk score for a phone number, an e-mail address, an IP or a postal address. It costs money and may still be in progress when the node has run.',
	routing: {
		request: { method: 'POST', url: '/fraud-checks' },
		send: {
			preSend: [
				effect({
					receivers: ({ phone, email, ip, address }) => [phone, email, ip, address],
					costs: true,
				}),
			],
		},
	},
};

const displayOptions = showFor('fraudCheck', 'create');

export const createFields: INodeProperties[] = [
	bodyValue(
		{
			displayName: 'Service',
			name: 'serviceCode',
			type: 'options',
			options: fraudCheckServices,
			default: 'economy',
			required: true,
			description: 'How much is found out',
			displayOptions,
		},
		'service_code',
	),
	{
		displayName: 'Additional Fields',
		name: 'additionalFields',
		type: 'collection',
		placeholder: 'Add field',
		default: {},
		description: 'At least one of phone number, email, IP and address is needed',
		displayOptions,
		options: fraudCheckFields,
		routing: { send: { preSend: [requireSubject] } },
	},
	simplify(fraudCheckView, displayOptions),
	{ ...sendOptions, displayOptions },
];
