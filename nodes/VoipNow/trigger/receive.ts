import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import { mayCall } from '../../shared/webhook/allowlist';
import { isWanted, toCallEvent, typeOf } from './callEvent';
import { readStatuses, readTypes } from './settings';

/** What VoipNow has called for. It gets its response at once; an event that is not wanted as well. */
export function receive(context: IWebhookFunctions): IWebhookResponseData {
	const request = context.getRequestObject();
	if (!mayCall(context, request.ip)) return refuse(context, 403, 'Address not allowed');

	const received = {
		url: request.originalUrl,
		query: request.query as unknown,
		body: request.body as unknown,
		rawBody: request.rawBody as unknown,
	};
	const type = typeOf(received);
	const event = type === undefined ? undefined : toCallEvent(type, received);
	if (type === undefined || !event) return refuse(context, 400, 'Not a call event of VoipNow');

	const isChosen = readTypes(context).includes(type);
	if (!isChosen || !isWanted(type, event.CallStatus, readStatuses(context))) return {};
	return { workflowData: [[{ json: event }]] };
}

function refuse(context: IWebhookFunctions, status: number, reason: string): IWebhookResponseData {
	context.getResponseObject().status(status).type('text/plain').send(reason).end();
	return { noWebhookResponse: true };
}
