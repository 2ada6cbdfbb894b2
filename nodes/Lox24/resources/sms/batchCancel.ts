import type { IExecuteSingleFunctions, INodeExecutionData } from 'n8n-workflow';

import type { Operation } from '../../../shared/description/resource';
import { batchFields } from './batchFields';

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

/**
 * The page of the API shows `deleted_sms_count`, the vendor's client reads `canceled_sms_count`
 * (docs/api/lox24.md, "SMS"). Workflows get the second one, whichever was sent.
 */
async function cancelledCount(
	this: IExecuteSingleFunctions,
	items: INodeExecutionData[],
): Promise<INodeExecutionData[]> {
	return items.map((item) => {
		const { canceled_sms_count: cancelled, deleted_sms_count: deleted, ...rest } = item.json;
		const count = cancelled ?? deleted;
		return count === undefined ? item : { ...item, json: { canceled_sms_count: count, ...rest } };
	});
}
