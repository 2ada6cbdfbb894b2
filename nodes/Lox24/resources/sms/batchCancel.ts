import type { Operation } from '../../../shared/description/resource';
import { batchFields } from './batchFields';
import { cancelledCount } from './cancelledCount';

export const batchCancel: Operation = {
	name: 'Batch Cancel',
	value: 'batchCancel',
	action: 'Cancel all unsent SMS that match filters',
	description:
		'Stop every SMS that is not sent yet and matches all filters. Scheduled ones can be stopped reliably, others only within seconds.',
	routing: {
		request: { method: 'POST', url: '/sms/ops/batch_cancel' },
		output: { postReceive: [cancelledCount] },
	},
	fields: batchFields('stops every SMS of the account that is not sent yet'),
};
