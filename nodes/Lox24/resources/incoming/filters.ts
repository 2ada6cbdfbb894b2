import type { INodeProperties } from 'n8n-workflow';

import { contains, manyValues, sortBy } from '../../../shared/input/filterFields';
import { A_UUID } from '../../../shared/input/path';

/** The filters of `GET /incomings`; it has none for dates. */
export const incomingFilters: INodeProperties[] = [
	contains(
		{ displayName: 'From', name: 'from', description: 'Part of the number of the sender' },
		'from',
	),
	sortBy({ displayName: 'Order by Receipt', name: 'orderReceivedAt' }, 'received_at'),
	manyValues(
		{
			displayName: 'Reply To',
			name: 'msgUuid',
			description: 'UUIDs of the SMS that were replied to',
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
	contains({ displayName: 'To', name: 'to', description: 'Part of your inbound number' }, 'to'),
];
