import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { showFor } from '../../../shared/input/fields';
import { batchFields } from './batchFields';

export const batchDelete: INodePropertyOptions = {
	name: 'Batch Delete',
	value: 'batchDelete',
	action: 'Delete a batch of SMS',
	description:
		'Delete the records of all messages that match all filters. They disappear from the itemised bill as well, so the bill cannot be questioned afterwards.',
	routing: { request: { method: 'POST', url: '/sms/ops/batch_delete' } },
};

export const batchDeleteFields: INodeProperties[] = batchFields(
	showFor('sms', 'batchDelete'),
	'deletes every SMS of the account',
);
