import type {
	IDataObject,
	IExecuteSingleFunctions,
	IN8nHttpFullResponse,
	INodeExecutionData,
} from 'n8n-workflow';

import { withoutEmpty } from '../../../shared/input/query';
import { NotFound } from '../../../shared/response/failure';
import type { Received } from '../../../shared/response/response';
import { onlyChosen } from '../../fields/keepChosen';
import { callView } from './numbers';
import { callsIn, noSuchCall } from './readCall';

/** The requested call. One that has ended is a failure, not an empty success. */
export async function oneCall(
	this: IExecuteSingleFunctions,
	_items: INodeExecutionData[],
	response: IN8nHttpFullResponse,
): Promise<INodeExecutionData[]> {
	const [call] = callsIn(response.body);
	if (call) return [{ json: call }];
	const { message, description } = noSuchCall(phoneCallIdIn(response));
	throw new NotFound(message, description);
}

/** The calls that an action or a hang-up answers with; without a body, which call it was. */
export async function changedCalls(
	this: IExecuteSingleFunctions,
	_items: INodeExecutionData[],
	response: IN8nHttpFullResponse,
): Promise<INodeExecutionData[]> {
	return itemsOr.call(this, { id: phoneCallIdIn(response) }, response);
}

/** The calls that were made; without a body, what was asked for, so that they can be found. */
export async function madeCalls(
	this: IExecuteSingleFunctions,
	_items: INodeExecutionData[],
	response: IN8nHttpFullResponse,
): Promise<INodeExecutionData[]> {
	const body = (response as Received).request.body as IDataObject;
	const { source, destination } = callView(body);
	const asked = { extension: body.extension, source, destination, nonce: body.nonce };
	return itemsOr.call(this, asked, response);
}

function itemsOr(
	this: IExecuteSingleFunctions,
	asked: IDataObject,
	{ body }: IN8nHttpFullResponse,
): INodeExecutionData[] {
	const calls = callsIn(body);
	if (calls.length > 0) return calls.map((call) => ({ json: onlyChosen(call, this) }));
	return [{ json: { success: true, ...withoutEmpty(asked) } }];
}

/** The ID in `/phoneCalls/{userId}/{extension}/{phoneCallId}`; empty when all calls were meant. */
function phoneCallIdIn(response: IN8nHttpFullResponse): string {
	return (response as Received).request.url.split('/')[4] ?? '';
}
