import type { IExecuteSingleFunctions, INodeExecutionData } from 'n8n-workflow';

/**
 * The page of the API shows `deleted_sms_count`, the vendor's client reads `canceled_sms_count`
 * (docs/api/lox24.md, "SMS"). Workflows get the second one, whichever was sent.
 */
export async function cancelledCount(
	this: IExecuteSingleFunctions,
	items: INodeExecutionData[],
): Promise<INodeExecutionData[]> {
	return items.map((item) => {
		const { canceled_sms_count: cancelled, deleted_sms_count: deleted, ...rest } = item.json;
		const count = cancelled ?? deleted;
		return count === undefined ? item : { ...item, json: { canceled_sms_count: count, ...rest } };
	});
}
