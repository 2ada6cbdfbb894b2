import type {
	IDataObject,
	IExecuteSingleFunctions,
	IN8nHttpFullResponse,
	INodeExecutionData,
} from 'n8n-workflow';

import { withoutEmpty } from '../../../shared/input/query';
import { NotFound } from '../../../shared/response/failure';
import { isObject, type Received } from '../../../shared/response/response';
import { readCollection } from '../../api/collection';
import { inOneForm } from '../../codes';

type Items = INodeExecutionData[];

/**
 * A single event comes as a list as well (docs/api/voipnow.md, "Registering, changing, deleting").
 */
export async function oneEvent(
	this: IExecuteSingleFunctions,
	_items: Items,
	{ body }: IN8nHttpFullResponse,
): Promise<Items> {
	const { id } = addressOf(this);
	const events = readCollection(body).entries.filter(isObject);
	const event =
		events.find((one) => one.id === id) ?? (events.length === 1 ? events[0] : undefined);
	if (event) return [{ json: inOneForm(event) }];
	throw new NotFound(
		`The phone call event ${id} was not found`,
		'Check the Event ID, and that the event belongs to this extension and Event Type.',
	);
}

/**
 * The response may hold the whole event, only its ID, or nothing (docs/api/voipnow.md, "Registering,
 * changing, deleting"). What is missing is taken from what was sent, so that the next node has
 * something to work with.
 */
export async function createdEvent(
	this: IExecuteSingleFunctions,
	_items: Items,
	response: IN8nHttpFullResponse,
): Promise<Items> {
	const { body, request } = response as Received;
	const sent = withoutEmpty(request.body as IDataObject);
	return [{ json: complete(sent, body) }];
}

/** The same after an update; the address of the event is part of it. */
export async function updatedEvent(
	this: IExecuteSingleFunctions,
	_items: Items,
	response: IN8nHttpFullResponse,
): Promise<Items> {
	const { body, request } = response as Received;
	const sent = withoutEmpty(request.body as IDataObject);
	return [{ json: complete({ ...addressOf(this), ...sent }, body) }];
}

/** The deleted events, one item each; without a body, an item that says that it is done. */
export async function deletedEvents(
	this: IExecuteSingleFunctions,
	_items: Items,
	{ body }: IN8nHttpFullResponse,
): Promise<Items> {
	const events = readCollection(body).entries.filter(isObject);
	if (events.length === 0) return [{ json: { deleted: true } }];
	return events.map((event) => ({ json: { deleted: true, ...inOneForm(event) } }));
}

function complete(sent: IDataObject, body: unknown): IDataObject {
	const [event] = readCollection(body).entries.filter(isObject);
	return inOneForm(event ? { ...sent, ...event } : { success: true, ...sent });
}

function addressOf(context: IExecuteSingleFunctions): { type: string; id: string } {
	return {
		type: String(context.getNodeParameter('eventType', '')),
		id: String(context.getNodeParameter('eventId', '', { extractValue: true })),
	};
}
