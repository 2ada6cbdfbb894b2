import type { Operation } from '../../../shared/description/resource';
import { batchFields } from './batchFields';
import { cancelledCount } from './cancelledCount';

export const batchCancel: Operation = {
	name: 'Batch Cancel',
	value: 'batchCancel',
	action: 'Cancel all unsent SMS that match filters',
	description:
		'Stop every unsent SMS that matches all filters. Scheduled ones can be stopped reliably, others only within seconds.',
	routing: {
		request: { method: 'POST', url: '/sms/ops/batch_cancel' },
		output: { postReceive: [cancelledCount] },
	},
	fields: batchFields('stops every unsent SMS of the account'),
};
