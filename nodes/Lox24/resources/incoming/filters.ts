import type { INodeProperties } from 'n8n-workflow';

import { A_UUID } from '../../../shared/input/path';
import { UUID_EXAMPLE } from '../../fields/commonFilters';
import { contains, manyValues, sortBy } from '../../fields/filterFields';
import { numberPart } from '../../fields/numberFilters';

/** The filters of `GET /incomings`; it has none for dates. */
export const incomingFilters: INodeProperties[] = [
	numberPart(
		{
			displayName: 'From',
			name: 'from',
			placeholder: 'e.g. +4912345678',
			description: "Part of the sender's number",
		},
		'from',
	),
	sortBy({ displayName: 'Order by Receipt', name: 'orderReceivedAt' }, 'received_at'),
	manyValues(
		{
			displayName: 'Reply To',
			name: 'msgUuid',
			placeholder: UUID_EXAMPLE,
			description: 'UUIDs of the SMS these reply to',
		},
		'msg_uuid',
		A_UUID,
	),
	contains(
		{
			displayName: 'Text',
			name: 'text',
			description: 'Part of the text, in upper or lower case',
		},
		'text',
	),
	numberPart(
		{
			displayName: 'To',
			name: 'to',
			placeholder: 'e.g. +4912345678',
			description: 'Part of your inbound number',
		},
		'to',
	),
];
