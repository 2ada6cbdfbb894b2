import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import {
	contains,
	manyCodes,
	manyTimes,
	manyValues,
	numberRange,
	sortBy,
	timeRange,
} from '../filterFields';
import { A_UUID, A_WHOLE_NUMBER } from '../../../shared/input/path';
import {
	createdAt,
	createdAtRange,
	deliveryAt,
	deliveryAtRange,
	orderCreatedAt,
	UUID_EXAMPLE,
} from '../commonFilters';

/** Bulk `status_code` (docs/api/lox24.md, "Other codes"). */
export const bulkStatusCodes: INodePropertyOptions[] = [
	{ name: '0 New', value: 0 },
	{ name: '10 Done', value: 10 },
	{ name: '15 Cancelled', value: 15 },
	{ name: '20 System Fault', value: 20 },
	{ name: '201 No Recipients', value: 201 },
	{ name: '5 In Progress', value: 5 },
];

/** The filters of `GET /bulks`. */
export const bulkFilters: INodeProperties[] = [
	manyValues(
		{
			displayName: 'Bulk IDs',
			name: 'uuid',
			placeholder: UUID_EXAMPLE,
			description: 'UUIDs of bulks',
		},
		'uuid',
		A_UUID,
	),
	createdAt,
	createdAtRange,
	deliveryAt,
	deliveryAtRange,
	manyValues(
		{
			displayName: 'Messages',
			name: 'msgTotalCount',
			type: 'number',
			default: 0,
			description: 'Exactly one of these numbers of messages',
		},
		'msg_total_count',
		A_WHOLE_NUMBER,
	),
	numberRange(
		{
			displayName: 'Messages Range',
			name: 'msgTotalCountRange',
			description: 'From how many to how many messages',
		},
		'msg_total_count',
	),
	orderCreatedAt,
	sortBy({ displayName: 'Order by Delivery', name: 'orderDeliveryAt' }, 'delivery_at'),
	sortBy({ displayName: 'Order by Messages', name: 'orderMsgTotalCount' }, 'msg_total_count'),
	sortBy({ displayName: 'Order by Processing', name: 'orderProcessedAt' }, 'processed_at'),
	manyTimes(
		{
			displayName: 'Processed At',
			name: 'processedAt',
			description: 'Last changed at exactly this second',
		},
		'processed_at',
	),
	timeRange(
		{
			displayName: 'Processed Range',
			name: 'processedAtRange',
			description: 'When it was last changed',
		},
		'processed_at',
	),
	contains(
		{ displayName: 'Sender ID', name: 'senderId', description: 'Part of the sender' },
		'sender_id',
	),
	manyCodes(
		{ displayName: 'Statuses', name: 'statusCode', description: 'Any of these statuses' },
		'status_code',
		bulkStatusCodes,
	),
	contains({ displayName: 'Text', name: 'text', description: 'Part of the text' }, 'text'),
];
