import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { prepared } from '../../../shared/input/badInput';
import { bodyText } from '../../../shared/input/fields';
import { isEmpty } from '../../../shared/input/query';
import { toE164 } from '../phoneNumber';

/** What a check finds out (reference, section 6, fraud checks). */
export const fraudCheckServices: INodePropertyOptions[] = [
	{ name: 'Direct', value: 'direct', description: 'Score and details, with priority' },
	{ name: 'Economy', value: 'economy', description: 'The score only' },
	{ name: 'Pro', value: 'pro', description: 'Score and details' },
];

const part = (displayName: string, name: string, wireName: string, maxLength: number) =>
	bodyText(
		{ displayName, name, description: `Up to ${maxLength} characters` },
		wireName,
		maxLength,
	);

/** What can be checked, and what comes back with the result. */
export const fraudCheckFields: INodeProperties[] = [
	{
		displayName: 'Address',
		name: 'address',
		type: 'fixedCollection',
		default: {},
		description: 'A postal address; country, city and street are needed',
		options: [
			{
				displayName: 'Parts',
				name: 'parts',
				values: [
					part('City', 'city', 'address.city', 100),
					bodyText(
						{
							displayName: 'Country',
							name: 'iso2',
							placeholder: 'e.g. DE',
							description: 'Two letters (ISO 3166-1 alpha-2)',
						},
						'address.iso2',
						2,
					),
					part('Postcode', 'postcode', 'address.postcode', 20),
					part('Street', 'streetName', 'address.street_name', 255),
					part('Street Number', 'streetNumber', 'address.street_number', 30),
				],
			},
		],
	},
	bodyText(
		{
			displayName: 'Callback Data',
			name: 'callbackData',
			placeholder: 'e.g. order-4711',
			description: 'Comes back with the result; up to 36 characters',
		},
		'callback_data',
		36,
	),
	bodyText(
		{
			displayName: 'Email',
			name: 'email',
			placeholder: 'e.g. nathan@example.com',
			description: 'An e-mail address to check',
		},
		'email',
		500,
	),
	bodyText(
		{ displayName: 'IP', name: 'ip', description: 'An IPv4 or IPv6 address to check' },
		'ip',
		39,
	),
	{
		displayName: 'Phone Number',
		name: 'phone',
		type: 'string',
		default: '',
		placeholder: 'e.g. +4915112345678',
		description: 'A number in international form to check',
		routing: {
			send: {
				type: 'body',
				property: 'phone',
				preSend: [
					prepared(({ body }) => {
						const fields = body as { phone?: unknown };
						if (!isEmpty(fields.phone)) fields.phone = toE164(fields.phone, 'Phone Number');
					}),
				],
			},
		},
	},
];
