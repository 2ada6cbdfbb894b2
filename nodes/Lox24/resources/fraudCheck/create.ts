import {
	additionalFields,
	ifUnknown,
	inBody,
	optionsWith,
} from '../../../shared/description/fields';
import type { Operation } from '../../../shared/description/resource';
import { simplify } from '../../../shared/description/simplify';
import { effect } from '../../../shared/request/marks';
import { countryOption } from '../../fields/phoneNumber';
import { fraudCheckView } from '../../fields/views';
import { fraudCheckFields, fraudCheckServices } from './fields';
import { requireSubject } from './requireSubject';

export const create: Operation = {
	name: 'Create',
	value: 'create',
	action: 'Check the fraud risk of a phone number or address',
	description:
		'Get a risk score for a phone number, an e-mail address, an IP or a postal address. It costs money and may still be in progress when the node is done.',
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
	fields: [
		inBody(
			{
				displayName: 'Service',
				name: 'serviceCode',
				type: 'options',
				options: fraudCheckServices,
				default: 'economy',
				required: true,
				description: 'How much to find out',
			},
			'service_code',
		),
		{
			...additionalFields(fraudCheckFields),
			description: 'At least one of phone number, email, IP and address is required',
			routing: { send: { preSend: [requireSubject] } },
		},
		simplify(fraudCheckView),
		optionsWith([countryOption, ifUnknown]),
	],
};
