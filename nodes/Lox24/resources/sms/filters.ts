import type { INodeProperties } from 'n8n-workflow';

import { A_COUNTRY, A_UUID, A_WHOLE_NUMBER } from '../../../shared/input/path';
import {
	createdAt,
	createdAtRange,
	deliveryAt,
	deliveryAtRange,
	keyId,
	orderCreatedAt,
	source,
	sourceRange,
	UUID_EXAMPLE,
} from '../../fields/commonFilters';
import {
	contains,
	manyCodes,
	manyTimes,
	manyValues,
	numberRange,
	sortBy,
	timeRange,
	switched,
} from '../../fields/filterFields';
import { numberPart } from '../../fields/numberFilters';
import { deliveryCodes, statusCodes } from './codes';

/**
 * The filters of `GET /sms`, which its batch operations take as well (docs/api/lox24.md, "SMS").
 */
export const smsFilters: INodeProperties[] = [
	keyId,
	manyValues(
		{
			displayName: 'Bulks',
			name: 'bulk',
			placeholder: UUID_EXAMPLE,
			description: 'Created by any of these bulks',
		},
		'bulk',
		A_UUID,
	),
	manyValues(
		{
			displayName: 'Callback Data',
			name: 'callbackData',
			placeholder: 'e.g. order-4711',
			description: 'Any of these exact values',
		},
		'callback_data',
	),
	manyValues(
		{
			displayName: 'Characters',
			name: 'charsCount',
			type: 'number',
			default: 0,
			description: 'Any of these exact numbers of characters',
		},
		'chars_count',
		A_WHOLE_NUMBER,
	),
	numberRange(
		{
			displayName: 'Characters Range',
			name: 'charsCountRange',
			description: 'Range of the number of characters',
		},
		'chars_count',
	),
	manyValues(
		{
			displayName: 'Countries',
			name: 'iso2',
			placeholder: 'e.g. DE',
			description: 'Country of the recipient, two letters (ISO 3166-1 alpha-2)',
		},
		'iso2',
		A_COUNTRY,
	),
	createdAt,
	createdAtRange,
	deliveryAt,
	deliveryAtRange,
	manyCodes(
		{ displayName: 'Delivery Reports', name: 'dlrCode', description: 'Any of these reports' },
		'dlr_code',
		deliveryCodes,
	),
	contains(
		{ displayName: 'IP', name: 'ip', description: 'Part of the IP address that created it' },
		'ip',
	),
	switched(
		{
			displayName: 'Is Sent',
			name: 'isSent',
			description: 'Whether it was already handed to the network',
		},
		'is_sent',
	),
	switched(
		{
			displayName: 'Is Unicode',
			name: 'isUnicode',
			description: 'Whether it has characters that GSM lacks',
		},
		'is_unicode',
	),
	orderCreatedAt,
	sortBy({ displayName: 'Order by Hand-Over', name: 'orderGatewaySentAt' }, 'gateway_sent_at'),
	manyValues(
		{
			displayName: 'Parts',
			name: 'partsCount',
			type: 'number',
			default: 0,
			description: 'Any of these exact numbers of parts',
		},
		'parts_count',
		A_WHOLE_NUMBER,
	),
	numberRange(
		{
			displayName: 'Parts Range',
			name: 'partsCountRange',
			description: 'Range of the number of parts',
		},
		'parts_count',
	),
	numberPart(
		{
			displayName: 'Phone Number',
			name: 'phone',
			placeholder: 'e.g. +4912345678',
			description: "Part of the recipient's number",
		},
		'phone',
	),
	contains(
		{
			displayName: 'Sender ID',
			name: 'senderId',
			placeholder: 'e.g. MyShop',
			description: 'Part of the sender, in upper or lower case',
		},
		'sender_id',
	),
	manyTimes(
		{
			displayName: 'Sent to Network At',
			name: 'gatewaySentAt',
			description: 'Handed to the network at exactly this second',
		},
		'gateway_sent_at',
	),
	timeRange(
		{
			displayName: 'Sent to Network Range',
			name: 'gatewaySentAtRange',
			description: 'When it was handed to the network',
		},
		'gateway_sent_at',
	),
	manyValues(
		{
			displayName: 'SMS IDs',
			name: 'uuid',
			placeholder: UUID_EXAMPLE,
			description: 'UUIDs of single messages',
		},
		'uuid',
		A_UUID,
	),
	source,
	sourceRange,
	manyCodes(
		{ displayName: 'Statuses', name: 'statusCode', description: 'Any of these statuses' },
		'status_code',
		statusCodes,
	),
	contains(
		{
			displayName: 'Text',
			name: 'text',
			description: 'Part of the text, in upper or lower case',
		},
		'text',
	),
];
