import type { Operation } from '../../../shared/description/resource';
import { batchFields } from './batchFields';

export const batchDelete: Operation = {
	name: 'Batch Delete',
	value: 'batchDelete',
	action: 'Delete the records of all SMS that match filters',
	description:
		'Delete the records of all messages that match all filters. They also disappear from the itemised bill, so you cannot dispute the bill later.',
	routing: { request: { method: 'POST', url: '/sms/ops/batch_delete' } },
	fields: batchFields('deletes every SMS of the account'),
};
