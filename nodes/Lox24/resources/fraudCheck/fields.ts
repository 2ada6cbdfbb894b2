import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { bodyText, inBody } from '../../../shared/description/fields';
import { shaped, text } from '../../../shared/input/kind';
import { A_COUNTRY } from '../../../shared/input/path';
import { phone } from '../../fields/phoneNumber';

/** What a check finds out (docs/api/lox24.md, "Fraud checks"). */
export const fraudCheckServices: INodePropertyOptions[] = [
	{ name: 'Direct', value: 'direct', description: 'Score and details, with priority' },
	{ name: 'Economy', value: 'economy', description: 'The score only' },
	{ name: 'Pro', value: 'pro', description: 'Score and details' },
];

const part = (displayName: string, name: string, wireName: string, least: number, most: number) =>
	inBody(
		{ displayName, name, description: `${least} to ${most} characters` },
		wireName,
		text(most, least),
	);

/** What can be checked, and what comes back with the result. */
export const fraudCheckFields: INodeProperties[] = [
	{
		displayName: 'Address',
		name: 'address',
		type: 'fixedCollection',
		default: {},
		description: 'A postal address; country, city and street are required',
		options: [
			{
				displayName: 'Parts',
				name: 'parts',
				values: [
					part('City', 'city', 'address.city', 2, 100),
					inBody(
						{
							displayName: 'Country',
							name: 'iso2',
							placeholder: 'e.g. DE',
							description: 'Two letters (ISO 3166-1 alpha-2)',
						},
						'address.iso2',
						shaped(A_COUNTRY),
					),
					part('Postcode', 'postcode', 'address.postcode', 3, 20),
					part('Street', 'streetName', 'address.street_name', 2, 255),
					part('Street Number', 'streetNumber', 'address.street_number', 1, 30),
				],
			},
		],
	},
	bodyText(
		{
			displayName: 'Callback Data',
			name: 'callbackData',
			placeholder: 'e.g. order-4711',
			description: 'Returned with the result; up to 36 characters',
		},
		'callback_data',
		36,
	),
	inBody(
		{
			displayName: 'Email',
			name: 'email',
			placeholder: 'e.g. nathan@example.com',
			description: 'An e-mail address to check',
		},
		'email',
		shaped({
			pattern: /^(?=.{6,500}$)[^\s@]+@[^\s@]+$/,
			expected: 'an address such as nathan@example.com',
		}),
	),
	inBody(
		{ displayName: 'IP', name: 'ip', description: 'An IPv4 or IPv6 address to check' },
		'ip',
		shaped({
			pattern: /^[0-9a-f.:]{7,39}$/i,
			expected: 'an IPv4 or IPv6 address such as 192.0.2.1',
		}),
	),
	inBody(
		{
			displayName: 'Phone Number',
			name: 'phone',
			placeholder: 'e.g. +4915112345678',
			description: 'A number in international form to check',
		},
		'phone',
		phone,
	),
];
