import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { listOf, shaped } from '../../../shared/input/kind';
import { A_UUID, A_WHOLE_NUMBER } from '../../../shared/input/path';
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
	exists,
	filteredHere,
	manyCodes,
	manyTimes,
	manyValues,
	numberRange,
	sortBy,
	switched,
	timeRange,
} from '../../fields/filterFields';

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
	keyId,
	filteredHere(
		{
			displayName: 'Bulk IDs',
			name: 'uuid',
			typeOptions: { multipleValues: true },
			placeholder: UUID_EXAMPLE,
			description:
				'UUIDs of bulks. LOX24 cannot filter by them, so the node reads the whole list. For a single bulk, Get is faster.',
		},
		listOf(shaped(A_UUID)),
		({ uuid }, wanted) =>
			(wanted as string[]).some((one) => one.toLowerCase() === String(uuid).toLowerCase()),
	),
	createdAt,
	createdAtRange,
	deliveryAt,
	deliveryAtRange,
	switched(
		{
			displayName: 'Is Dry Run',
			name: 'isDryrun',
			description: 'Whether it was a dry run',
		},
		'is_dryrun',
	),
	exists(
		{
			displayName: 'Is Encoding Chosen',
			name: 'isUnicodeChosen',
			description:
				'Whether the bulk specifies Unicode or GSM (on), or LOX24 decides by the text (off)',
		},
		'is_unicode',
	),
	switched(
		{
			displayName: 'Is Unicode',
			name: 'isUnicode',
			description: 'Whether the bulk specifies Unicode (on) or GSM (off)',
		},
		'is_unicode',
	),
	manyValues(
		{
			displayName: 'Messages',
			name: 'msgTotalCount',
			type: 'number',
			default: 0,
			description: 'Any of these exact numbers of messages',
		},
		'msg_total_count',
		A_WHOLE_NUMBER,
	),
	numberRange(
		{
			displayName: 'Messages Range',
			name: 'msgTotalCountRange',
			description: 'Range of the number of messages',
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
	source,
	sourceRange,
	manyCodes(
		{ displayName: 'Statuses', name: 'statusCode', description: 'Any of these statuses' },
		'status_code',
		bulkStatusCodes,
	),
	contains({ displayName: 'Text', name: 'text', description: 'Part of the text' }, 'text'),
];
