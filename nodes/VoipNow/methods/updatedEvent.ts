import type {
	IDataObject,
	IExecuteSingleFunctions,
	IN8nHttpFullResponse,
	INodeExecutionData,
} from 'n8n-workflow';

import { withoutEmpty } from '../../shared/query';

/**
 * A successful update may come without a body (204). Then the item holds what was sent, with the
 * address of the event, so that the next node has something to work with.
 */
export async function updatedEvent(
	this: IExecuteSingleFunctions,
	items: INodeExecutionData[],
	response: IN8nHttpFullResponse,
): Promise<INodeExecutionData[]> {
	if (response.body !== undefined) return items;
	const changes = this.getNodeParameter('updateFields', {}) as IDataObject;
	const type = this.getNodeParameter('eventType', '') as string;
	const id = this.getNodeParameter('eventId', '') as string;
	return [{ json: { success: true, type, id, ...withoutEmpty(changes) } }];
}
