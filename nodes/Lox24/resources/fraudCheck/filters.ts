import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { A_UUID } from '../../../shared/input/path';
import { orderCreatedAt, UUID_EXAMPLE } from '../../fields/commonFilters';
import { contains, manyCodes, manyValues } from '../../fields/filterFields';
import { numberPart } from '../../fields/numberFilters';

/** Fraud check `status_code` (docs/api/lox24.md, "Other codes"). */
export const fraudCheckStatusCodes: INodePropertyOptions[] = [
	{ name: '0 New', value: 0 },
	{ name: '10 Done', value: 10 },
	{ name: '1000 Unexpected Fault', value: 1000 },
	{ name: '20 Not Enough Credit', value: 20 },
	{ name: '21 Invalid Data', value: 21 },
	{ name: '5 In Progress', value: 5 },
];

/** The filters of `GET /fraud-checks`. Some names on the wire have dots. */
export const fraudCheckFilters: INodeProperties[] = [
	contains(
		{
			displayName: 'Callback Data',
			name: 'callbackData',
			placeholder: 'e.g. order-4711',
			description: 'Part of the callback data',
		},
		'callback_data',
	),
	contains(
		{
			displayName: 'Email',
			name: 'requestEmail',
			description: 'Part of the checked address',
		},
		'request_email.email',
	),
	manyValues(
		{
			displayName: 'IDs',
			name: 'id',
			placeholder: UUID_EXAMPLE,
			description: 'UUIDs of fraud checks',
		},
		'id',
		A_UUID,
	),
	contains(
		{ displayName: 'IP', name: 'requestIp', description: 'Part of the checked IP' },
		'request_ip.ip',
	),
	orderCreatedAt,
	numberPart(
		{
			displayName: 'Phone Number',
			name: 'requestPhone',
			placeholder: 'e.g. +4912345678',
			description: 'Part of the checked number',
		},
		'request_phone.phone',
	),
	manyCodes(
		{ displayName: 'Statuses', name: 'statusCode', description: 'Any of these statuses' },
		'status_code',
		fraudCheckStatusCodes,
	),
];
